import { expect, it } from 'vitest';
import { readOptions } from './options.ts';

it('lays sources over each other; the later wins', () => {
  expect(readOptions({ apiHost: 'https://a' }, { key: 'k', consent: 'pending' }, { consent: 'granted' })).toEqual({ apiHost: 'https://a', key: 'k', consent: 'granted' });
});

it.each([
  [{ consent: 'perhaps', withoutConsent: 'some', position: 'left' }, {}],
  [{ debug: '', autocapture: 'false' }, { debug: true, autocapture: false }],
  [{ beforeShow: 'alert(1)', config: 'x', render: null }, {}],
  [{ key: 7, unknown: 1 }, { key: '7' }],
  [undefined, {}],
  ['text', {}],
])('reads %j as %j', (given, expected) => {
  expect(readOptions(given)).toEqual(expected);
});
