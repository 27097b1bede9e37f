import { ButtonClickTrackingPlugin, enableButtonClickTracking } from '@snowplow/browser-plugin-button-click-tracking';
import { enableErrorTracking, ErrorTrackingPlugin } from '@snowplow/browser-plugin-error-tracking';
import { enableFormTracking, FormTrackingPlugin } from '@snowplow/browser-plugin-form-tracking';
import { enableLinkClickTracking, LinkClickTrackingPlugin } from '@snowplow/browser-plugin-link-click-tracking';
import { enableActivityTracking, newTracker, trackPageView, trackStructEvent } from '@snowplow/browser-tracker';

newTracker('sp', globalThis.bench.at, {
  appId: 'bench', plugins: [LinkClickTrackingPlugin(), ButtonClickTrackingPlugin(), FormTrackingPlugin(), ErrorTrackingPlugin()],
});
enableActivityTracking({ minimumVisitLength: 5, heartbeatDelay: 10 });
enableLinkClickTracking();
enableButtonClickTracking();
enableFormTracking();
enableErrorTracking();
trackPageView();
globalThis.benchTrack = (action, { value }) => trackStructEvent({ category: 'shop', action, value });
// A single-page application tells its routes itself.
globalThis.benchRoute = () => trackPageView();
