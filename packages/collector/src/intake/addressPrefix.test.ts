import { expect, it } from 'vitest';
import { addressPrefix } from './addressPrefix.ts';

it.each([
  ['203.0.113.7', '203.0.113'], ['::ffff:203.0.113.7', '203.0.113'], ['2001:db8:1:2:3:4:5:6', '2001:db8:1'], ['2001:0db8:0001::9', '2001:db8:1'],
  ['2001:db8::', '2001:db8:0'], ['::1', '0:0:0'], ['', undefined], ['nonsense', undefined], ['1:2:3', undefined], ['203.0.113', undefined],
])('%s is of %s', (address, prefix) => {
  expect(addressPrefix(address)).toBe(prefix);
});
