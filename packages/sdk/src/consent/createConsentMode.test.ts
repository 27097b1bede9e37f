import { expect, it } from 'vitest';
import { createConsentMode } from './createConsentMode.ts';

const [GRANTED, DENIED] = [{ analytics_storage: 'granted' }, { analytics_storage: 'denied' }];
const FUNCTIONAL = { analytics_storage: 'denied', functionality_storage: 'granted' };

it.each([
  ['nothing', [], undefined],
  ['another command', [['config', 'G-1'], ['event', 'update', GRANTED], { event: 'consent' }, null, 'consent'], undefined],
  ['advertising alone', [['default', { ad_storage: 'denied' }], ['update', { ad_storage: 'granted', ad_user_data: 'granted' }]], undefined],
  ['denied by default', [['default', DENIED]], 'pending'],
  ['granted by default', [['default', GRANTED]], 'granted'],
  ['functional by default is no answer', [['default', FUNCTIONAL]], 'pending'],
  ['an update', [['default', DENIED], ['update', GRANTED]], 'granted'],
  ['an update without a default', [['update', DENIED]], 'denied'],
  ['refused', [['default', GRANTED], ['update', DENIED]], 'denied'],
  ['refused but for what works well', [['default', DENIED], ['update', FUNCTIONAL]], 'functional'],
  ['what works well answered alone', [['default', DENIED], ['update', { functionality_storage: 'granted' }]], 'functional'],
  ['refused, and what works well granted by default alone', [['default', FUNCTIONAL], ['update', DENIED]], 'denied'],
  ['withdrawn', [['default', DENIED], ['update', GRANTED], ['update', DENIED]], 'denied'],
  ['an update of something else', [['default', DENIED], ['update', { ad_storage: 'granted' }]], 'pending'],
  ['a default after the answer', [['update', GRANTED], ['default', DENIED]], 'granted'],
  ['the last default holds', [['default', DENIED], ['default', GRANTED]], 'granted'],
  ['denied in some region', [['default', { ...DENIED, region: ['DE', 'US-CA'] }], ['default', GRANTED]], 'pending'],
  ['granted in some region', [['default', { ...GRANTED, region: ['US'] }]], undefined],
  ['granted in some region, denied elsewhere', [['default', DENIED], ['default', { ...GRANTED, region: ['US'] }]], 'pending'],
  ['no such word', [['default', { analytics_storage: true }], ['update', null]], undefined],
] as const)('%s', (_name, said, status) => {
  const mode = createConsentMode(() => undefined);
  for (const one of said as readonly any[]) mode.hear(Array.isArray(one) && /^(default|update)$/.test(one[0]) ? ['consent', ...one] : one);
  expect(mode.status()).toBe(status);
});

it('granted by default is pending while an update is waited for, and not after one', () => {
  const waits: number[] = [];
  const hear = (...rest: unknown[]) => {
    const mode = createConsentMode((delay) => void waits.push(delay));
    for (const one of [['default', { ...GRANTED, wait_for_update: 500 }], ...rest]) mode.hear(['consent', ...one as unknown[]]);
    return mode;
  };
  const mode = hear();
  expect([waits, mode.status()]).toEqual([[500], 'pending']);
  mode.waited();
  expect(mode.status()).toBe('granted');
  expect(hear(['update', GRANTED]).status()).toBe('granted');
  expect(hear(['update', DENIED]).status()).toBe('denied');
});
