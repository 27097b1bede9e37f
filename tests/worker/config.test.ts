import { inspectCampaign, readConfig, type DeviceConfig } from '@tactful/protocol';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { callAdmin } from './harness/callAdmin.ts';
import { makeSite, SHOP } from './harness/makeSite.ts';
import { readRows } from './harness/readRows.ts';
import { STALL } from './harness/STALL.ts';
import { startWorker, type RunningWorker } from './harness/startWorker.ts';

let running: RunningWorker;
beforeAll(async () => { running = await startWorker(); });
afterAll(() => running.close());

const read = (query: string, headers: Record<string, string> = {}) => running.fetch(`/v1/config?${query}`, { headers: { origin: SHOP, ...headers } });

it('serves a new site at once, with nothing to show', async () => {
  const site = await makeSite(running, { id: 'fresh' });
  const response = await read(`key=${site.key}&v=1&sdk=0.1.0&locale=en`);
  expect(response.status).toBe(200);
  expect(readConfig(await response.json())).toMatchObject({ v: 1, site: { id: 'fresh' }, campaigns: [], locale: 'en' });
});

it('serves live campaigns in one language, cacheable, readable by any page, with the time', async () => {
  const site = await makeSite(running, { id: 'served', source: STALL });
  const before = Date.now();
  const response = await read(`key=${site.key}&locale=zh-CN`);
  const config = readConfig(await response.json()) as DeviceConfig;
  expect(config.locale).toBe('zh-Hans');
  expect(config.campaigns.map((campaign) => [campaign.id, campaign.message.title, inspectCampaign(campaign)])).toEqual([['stall', '免运费', '']]);
  expect(config.offers).toMatchObject({ everyone: { mode: 'public' } });
  expect(JSON.stringify(config)).not.toMatch(/WELCOME|budget/);
  expect(Object.fromEntries(['access-control-allow-origin', 'cache-control', 'access-control-allow-credentials'].map((name) => [name, response.headers.get(name)]))).toEqual({
    'access-control-allow-origin': '*', 'cache-control': 'public, max-age=15, stale-if-error=86400', 'access-control-allow-credentials': null,
  });
  expect(response.headers.get('access-control-expose-headers')).toMatch(/tactful-time/);
  expect(Number(response.headers.get('tactful-time'))).toBeGreaterThanOrEqual(before);
});

it('revalidates by a strong ETag that changes with content and language', async () => {
  const site = await makeSite(running, { id: 'tagged', source: STALL });
  const etag = async (locale: string) => (await read(`key=${site.key}&locale=${locale}`)).headers.get('etag') as string;
  const en = await etag('en');
  expect(en).toMatch(/^"[\w-]{43}"$/);
  expect(await etag('zh-Hans')).not.toBe(en);
  expect(await etag('en')).toBe(en);
  const same = await read(`key=${site.key}&locale=en`, { 'if-none-match': `"other", ${en}` });
  expect({ status: same.status, body: await same.text(), time: same.headers.get('tactful-time') }).toEqual({ status: 304, body: '', time: expect.stringMatching(/^\d{13}$/) });

  const faster = structuredClone(STALL);
  (faster.campaigns[0]?.trigger.any[0] as { for: string }).for = '5s';
  expect((await callAdmin(running, 'sites/tagged/config', { method: 'PUT', body: faster, headers: { 'if-match': '*' } })).status).toBe(200);
  const next = await read(`key=${site.key}&locale=en`, { 'if-none-match': en });
  expect(next.status).toBe(200);
  expect(((await next.json()) as DeviceConfig).campaigns[0]).toMatchObject({ version: 2, trigger: { clauses: [{ for: 5_000 }] } });
});

it('counts loads per site and hour, revalidations too, without an identifier', async () => {
  const site = await makeSite(running, { id: 'counted', source: STALL });
  for (let i = 0; i < 20; i++) await (await read(`key=${site.key}`)).arrayBuffer();
  // Counting goes on after the answer: ask until it is through.
  await expect.poll(async () => (await readRows(running, site, { query: 'SELECT n FROM loads' })).reduce((sum, row) => sum + Number(row['n']), 0), { timeout: 10_000 }).toBe(20);
  const overview = await (await callAdmin(running, 'sites/counted/overview')).json();
  expect(overview).toMatchObject({ installation: 'consent_unanswered', today: { configLoads: 20, sessions: 0 } });
});

it.each([
  ['key=pk_nobody', 401, 'bad_key'], ['', 401, 'bad_key'],
])('refuses ?%s', async (query, status, code) => {
  const response = await read(query);
  expect({ status: response.status, body: await response.json() }).toMatchObject({ status, body: { error: { code } } });
  expect(response.headers.get('cache-control')).toBe('no-store');
});

it('refuses a version that is not served, and falls back on a locale that is none', async () => {
  const site = await makeSite(running, { id: 'odd', source: STALL });
  expect((await read(`key=${site.key}&v=9`)).status).toBe(400);
  for (const locale of ['', 'xx', '%00', '../../etc', 'a'.repeat(5_000)]) {
    expect(await (await read(`key=${site.key}&locale=${locale}`)).json()).toMatchObject({ locale: 'en' });
  }
});

it('a language that nobody speaks is the default, whatever it is called: it is localized once', async () => {
  const site = await makeSite(running, { id: 'babel', source: STALL });
  const etagOf = async (locale: string) => (await read(`key=${site.key}&locale=${locale}`)).headers.get('etag');
  const [en, hans] = [await etagOf('en'), await etagOf('zh-Hans')];
  // With the row broken, only what is already localized can be served.
  await (await running.worker.getEnv() as { DB: D1Database }).DB.prepare("UPDATE configs SET compiled = '{' WHERE site = 'babel'").run();
  for (const locale of ['', 'en-GB', 'xx', 'tlh-Latn', 'q1', '-'.repeat(20), 'A'.repeat(35)]) expect([locale, await etagOf(locale)]).toEqual([locale, en]);
  for (const locale of ['zh', 'zh-CN', 'ZH-hans-sg']) expect([locale, await etagOf(locale)]).toEqual([locale, hans]);
});

it('halts: the configuration and every intake say so', async () => {
  const site = await makeSite(running, { id: 'halted', source: STALL });
  expect((await callAdmin(running, 'sites/halted/halt', { method: 'POST', body: { halt: true } })).status).toBe(200);
  expect(await (await read(`key=${site.key}`)).json()).toMatchObject({ halt: true });
  expect((await callAdmin(running, 'sites/halted/halt', { method: 'POST', body: { halt: false } })).status).toBe(200);
  expect(await (await read(`key=${site.key}`)).json()).not.toHaveProperty('halt');
});
