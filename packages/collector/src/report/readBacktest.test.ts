import type { ConfigSource } from '@tactful/protocol';
import { expect, it } from 'vitest';
import { STALL } from '../../../../tests/worker/harness/STALL.ts';
import type { AppContext } from '../AppEnv.ts';
import { readBacktest } from './readBacktest.ts';

/** What each of two shards is asked for. */
async function asked(source: ConfigSource): Promise<unknown[]> {
  const asks: unknown[] = [];
  const shard = { told: async (ask: unknown) => (asks.push(ask), []) };
  const given = { site: { id: 'shop', salt: 'salt', shards: 2 }, stores: { configs: { names: async () => ({}), learned: async () => null } } };
  await readBacktest({ env: { SHARD: { idFromName: (name: string) => name, get: () => shard } }, get: (name: keyof typeof given) => given[name] } as unknown as AppContext, source);
  return asks;
}
const [stall] = (STALL as unknown as ConfigSource).campaigns!;
const page = { on: 'page', page: 'checkout' } as const;
const draft = (campaigns: number, clauses: number): ConfigSource =>
  ({ ...STALL, campaigns: Array.from({ length: campaigns }, (_one, n) => ({ ...stall!, id: `c${n}`, trigger: { any: Array.from({ length: clauses }, () => page) } })) }) as unknown as ConfigSource;

it('asks for so many sessions, and so many bytes, in equal parts; for fewer where a draft has many clauses', async () => {
  expect(await asked(draft(1, 1))).toEqual(Array(2).fill({ limit: 2_048, bytes: 4_194_304 }));
  // 200 campaigns of four clauses and their conditions: 1,000 looks at each of 500 sessions.
  expect(await asked(draft(200, 4))).toEqual(Array(2).fill({ limit: 250, bytes: 4_194_304 }));
  expect(await asked(draft(0, 0))).toEqual(Array(2).fill({ limit: 2_048, bytes: 4_194_304 }));
});
