import { expect, it } from 'vitest';
import { createSiteStore } from './siteStore.ts';

const row = (id: string, currency: string | null) => ({ id, name: id, key: `pk_${id}`, origins: '["https://a.example"]', salt: 's', shards: 16, version: 1, hash: 'h', hooks: '[{"id":"crm","events":["request"]}]', currency });

it('lists all sites, with their currencies, in one statement: the platform bounds the queries of a request', async () => {
  const asked: string[] = [];
  const results = Array.from({ length: 2_000 }, (_, n) => row(`s${n}`, n % 2 ? 'EUR' : null));
  const db = { prepare: (statement: string) => ({ all: async () => { asked.push(statement); return { results }; } }) };
  const sites = await createSiteStore(db as unknown as D1Database).all();
  expect(asked).toHaveLength(1);
  expect(sites).toHaveLength(2_000);
  expect(sites[1]).toEqual({ id: 's1', name: 's1', key: 'pk_s1', origins: ['https://a.example'], salt: 's', shards: 16, version: 1, hash: 'h', hooks: [{ id: 'crm', events: ['request'] }], currency: 'EUR' });
  expect(sites[0]).not.toHaveProperty('currency');
});
