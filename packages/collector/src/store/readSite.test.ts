import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createApp } from '../createApp.ts';

const NOW = 1_800_000_000_000;
beforeEach(() => { vi.useFakeTimers({ toFake: ['Date'], now: NOW }); });
afterEach(() => { vi.useRealTimers(); });

const TOKEN = 'deploy-token-of-the-tests-0123456789';
const SHOP = 'https://shop.example.com';

/** The app on a database that knows one key, and tells how often it was asked for which. */
function open() {
  const asked: string[] = [];
  const row = { id: 'shop', name: 'Shop', key: 'pk_shop', origins: JSON.stringify([SHOP]), salt: 's', shards: 1, version: 0, hash: null, hooks: '[]' };
  const prepare = (sql: string) => ({
    bind: (value: string) => ({
      async first() {
        if (!sql.includes('s.key = ?')) return sql.includes('s.id = ?') ? row : { id: 1 };
        asked.push(value);
        return value === row.key ? row : null;
      },
      run: async () => ({ meta: { changes: 1 } }),
    }),
  });
  const app = createApp();
  const env = { DB: { prepare, batch: async () => [] }, DEPLOY_TOKEN: TOKEN };
  return {
    asked, row,
    /** The origin that a page of the site would be let in from. */
    from: async (origin: string, key = 'pk_shop') => (await app.request(`/v1/summaries?key=${key}`, { method: 'OPTIONS', headers: { origin } }, env)).status,
    setOrigins: async () => (await app.request('/v1/admin/sites/shop/origins', { method: 'PUT', headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' }, body: JSON.stringify({ origins: [SHOP] }) }, env)).status,
  };
}

it('asks the database once in five seconds for a key', async () => {
  const { asked, from } = open();
  for (const after of [0, 1, 4_999, 5_000, 5_001]) {
    vi.setSystemTime(NOW + after);
    expect(await from(SHOP)).toBe(204);
  }
  expect(asked).toEqual(['pk_shop', 'pk_shop']);
});

it('sees what another instance changed after five seconds, also where the clock went back', async () => {
  const { from, row } = open();
  expect(await from(SHOP)).toBe(204);
  row.origins = '["https://other.example.com"]';
  vi.setSystemTime(NOW + 4_999);
  expect(await from('https://other.example.com')).toBe(403);
  vi.setSystemTime(NOW + 5_000);
  expect(await from('https://other.example.com')).toBe(204);
  row.origins = JSON.stringify([SHOP]);
  vi.setSystemTime(NOW - 1);
  expect(await from(SHOP)).toBe(204);
});

it('sees what staff change here at once', async () => {
  const { from, row, setOrigins } = open();
  expect(await from(SHOP)).toBe(204);
  row.origins = '["https://other.example.com"]';
  expect(await setOrigins()).toBe(200);
  expect(await from('https://other.example.com')).toBe(204);
});

it('remembers no key that is unknown', async () => {
  const { asked, from } = open();
  for (let n = 0; n < 3; n++) expect(await from(SHOP, 'pk_nobody')).toBe(403);
  expect(asked).toEqual(['pk_nobody', 'pk_nobody', 'pk_nobody']);
});
