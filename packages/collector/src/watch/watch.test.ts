import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createApp } from '../createApp.ts';

const NOW = 1_800_000_000_000;
const SHOP = 'https://shop.example.com';
let lines: { readonly level: string; readonly told: Record<string, unknown> }[];
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW });
  lines = [];
  for (const level of ['warn', 'error'] as const) vi.spyOn(console, level).mockImplementation((line) => { lines.push({ level, told: JSON.parse(String(line)) as Record<string, unknown> }); });
});
afterEach(() => { vi.useRealTimers(); vi.restoreAllMocks(); });

/** The app with one site, and what it told Analytics Engine. */
function open() {
  const points: unknown[] = [];
  const row = { id: 'shop', name: 'Shop', key: 'pk_shop', origins: JSON.stringify([SHOP]), salt: 's', shards: 1, version: 0, hash: null, hooks: '[]' };
  const first = async (key: string): Promise<unknown> => {
    if (key === 'pk_fire') throw new Error('disk on fire');
    return key === row.key ? row : null;
  };
  const env = { DB: { prepare: () => ({ bind: (key: string) => ({ first: () => first(key) }) }) }, ANALYTICS: { writeDataPoint: (point: unknown) => { points.push(point); } } };
  const app = createApp();
  const send = async (path: string, init: RequestInit = {}): Promise<Response> => app.request(path, { ...init, headers: { origin: SHOP, 'cf-connecting-ip': '203.0.113.7', ...init.headers } }, env);
  return { points, send, post: (body: string, key = 'pk_shop') => send(`/v1/summaries?key=${key}`, { method: 'POST', body }) };
}

it('tells a refused write in one line: id, route, status, code and site, and nothing that was sent', async () => {
  const { post } = open();
  const response = await post('{"secret":');
  expect(lines).toEqual([{ level: 'warn', told: { requestId: response.headers.get('x-request-id'), route: 'POST /v1/summaries', status: 400, code: 'bad_json', site: 'shop', ms: 0 } }]);
});

it('tells one whose site is not known, and one that met no route, without its address', async () => {
  const { post, send } = open();
  await post('{}', 'pk_other');
  await send('/v1/ada@example.com', { method: 'POST' });
  expect(lines.map(({ told: { route, status, code, site } }) => [route, status, code, site])).toEqual([['POST /v1/summaries', 401, 'bad_key', ''], ['', 404, 'not_found', '']]);
  expect(JSON.stringify(lines)).not.toMatch(/ada|pk_|203\.0/);
});

it('tells a failure with its error, also of a read; a read that was refused is told to nobody', async () => {
  const { send } = open();
  await send('/v1/config?key=pk_other');
  await send('/v1/config?key=pk_fire');
  expect(lines).toEqual([{ level: 'error', told: { requestId: expect.any(String), route: 'GET /v1/config', status: 500, code: 'internal', site: '', ms: 0, error: 'Error: disk on fire', stack: expect.stringContaining('readSite') } }]);
});

it('tells so many refused writes and no more, and then how many were left out', async () => {
  const { post } = open();
  for (let n = 0; n < 103; n++) await post('{');
  expect(lines).toHaveLength(100);
  vi.setSystemTime(NOW + 1_000);
  await post('{');
  await post('{');
  expect(lines.slice(100).map(({ told }) => told['untold'])).toEqual([3, undefined]);
});

it('tells Analytics Engine of each request that met a route, where it is bound', async () => {
  const { points, post, send } = open();
  await post('{');
  await send('/v1/health');
  await send('/nowhere');
  expect(points).toEqual([
    { indexes: ['shop'], blobs: ['POST /v1/summaries', 'bad_json'], doubles: [400, 0] },
    { indexes: [''], blobs: ['GET /v1/health', ''], doubles: [200, 0] },
  ]);
  expect(await (await send('/v1/health')).json()).toMatchObject({ bindings: { analytics: true } });
  expect(await (await createApp().request('/v1/health', {}, {})).json()).toMatchObject({ bindings: { analytics: false } });
});
