import { expect, it } from 'vitest';
import type { AppContext } from '../AppEnv.ts';
import { createMemory } from '../store/createMemory.ts';
import { userGuard, VISITOR_HEADER } from './userGuard.ts';

/** What the guard answers to a token of a device, and how often it asked the database for keys. */
async function judge(token: string): Promise<[refusal: string | undefined, asked: number]> {
  let asked = 0;
  const headers: Record<string, string> = { origin: 'https://shop.example', authorization: `Bearer ${token}`, [VISITOR_HEADER]: 'T'.repeat(43) };
  const set: Record<string, unknown> = {
    memory: createMemory(),
    stores: { sites: { byKey: async () => ({ id: 'shop', key: 'pk_shop', origins: ['https://shop.example'] }) }, identity: { list: async () => { asked++; return []; } } },
  };
  const c = {
    env: { SESSION_SECRET: 'a secret of the tests, long enough' }, get: (name: string) => set[name], set: (name: string, value: unknown) => { set[name] = value; }, header: () => undefined,
    req: { query: () => 'pk_shop', header: (name: string) => headers[name] },
  } as unknown as AppContext;
  return [await userGuard.user(c), asked];
}

it.each(['', 'nonsense', 'a.b', 'a.b.c.d', `${'x'.repeat(20)}.${'g'.repeat(64)}`])('asks the database nothing for %j, which is no signature', async (token) => {
  expect(await judge(token)).toEqual(['bad_identity', 0]);
});

it.each(['a.b.c', `dS0x.${'0'.repeat(64)}`])('asks for the keys of what looks like one: %s', async (token) => {
  expect(await judge(token)).toEqual(['bad_identity', 1]);
});
