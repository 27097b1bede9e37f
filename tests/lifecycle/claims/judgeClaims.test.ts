import { expect, it } from 'vitest';
import { judgeClaims, type Told } from './judgeClaims.ts';

const CODE = '7K2MV-Q09XA-3DZRT', OTHER = '7K2MV-Q09XA-3DZRV';
const given = (visitor: number, code = CODE): Told => ({ visitor, status: 200, code });
const refused = (visitor: number): Told => ({ visitor, status: 410, error: 'offer_unavailable' });
const GOOD = { unspent: 0, overspent: 0, torn: 0, shared: 0, odd: 0 };

it.each([
  ['one code, told twice', [given(1), given(1), refused(2)], {}],
  ['a code that nobody got', [refused(1), refused(2)], { unspent: 1 }],
  ['two codes of one', [given(1), given(2, OTHER)], { overspent: 1 }],
  ['two codes for one visitor', [given(1), given(1, OTHER)], { overspent: 1, torn: 1 }],
  ['a code, then a refusal', [given(1), refused(1)], { torn: 1 }],
  ['one code for two visitors', [given(1), given(2)], { shared: 1 }],
  ['a code that can be guessed', [given(1, 'ABC'), given(2)], { odd: 1 }],
  ['another refusal', [given(1), { visitor: 2, status: 403, error: 'bad_origin' }], { odd: 1 }],
] as const)('%s', (_name, told, wrong) => {
  expect(judgeClaims(told, 1)).toMatchObject({ ...GOOD, ...wrong });
});
