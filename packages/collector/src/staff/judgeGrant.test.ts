import type { Role } from '@tactful/protocol';
import { expect, it } from 'vitest';
import { judgeGrant } from './judgeGrant.ts';

const account = (...sites: string[]) => ({ roles: new Map(sites.map((site) => [site, 'viewer' as Role])) });
const PASSWORD = ['invalid', { path: 'password' }], ANOTHERS = ['conflict', { path: 'email' }], KEPT = ['conflict', { path: 'password' }];

/** On the site `a`, by one who owns `a` and `b`: without a password, and with one. */
it.each([
  ['nobody yet', null, PASSWORD, undefined],
  ['one without a site, whoever chose the password', account(), PASSWORD, undefined],
  ['one of the site', account('a'), undefined, undefined],
  ['one of another site of theirs', account('b'), undefined, undefined],
  ['one of a site of others', account('x'), ANOTHERS, ANOTHERS],
  ['one of theirs and of others', account('b', 'x'), ANOTHERS, ANOTHERS],
  ['one of the site and of others', account('a', 'x'), undefined, KEPT],
])('%s', (_who, known, without, withOne) => {
  const judge = (withPassword: boolean, owned: readonly string[] | 'all' = ['a', 'b']) => judgeGrant({ account: known, site: 'a', owned, withPassword });
  expect([judge(false), judge(true)]).toEqual([without, withOne]);
  expect(judge(true, 'all')).toBeUndefined();
});
