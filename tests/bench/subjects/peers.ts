import { packaged } from './packaged.ts';
import { json } from './Subject.ts';

export const sentry = packaged({ entry: 'sentry.js', name: '@sentry/browser', from: '@sentry/browser', duty: 'errors', answer: () => json({}) });

export const plausible = packaged({
  entry: 'plausible.js', name: '@plausible-analytics/tracker', from: '@plausible-analytics/tracker', duty: 'page views, engagement, links, forms', tells: true,
  answer: () => ({ status: 202, body: 'ok', type: 'text/plain' }),
});

export const openpanel = packaged({
  entry: 'openpanel.js', name: '@openpanel/web', from: '@openpanel/web', duty: 'screen views, links, attributes', tells: true,
  answer: () => json({ deviceId: 'd', sessionId: 's' }),
});

export const snowplow = packaged({
  entry: 'snowplow.js', name: '@snowplow/browser-tracker', from: '@snowplow/browser-tracker', duty: 'with clicks, forms, errors, heartbeat', tells: true,
  route: 'window.benchRoute&&benchRoute()',
  answer: () => ({ status: 200, body: 'ok', type: 'text/plain' }),
});
