import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { makeSite, SHOP, type TestSite } from './harness/makeSite.ts';
import { makeSummary } from './harness/makeSummary.ts';
import { readRows } from './harness/readRows.ts';
import { sendBody } from './harness/sendSummaries.ts';
import { startWorker, type RunningWorker } from './harness/startWorker.ts';

let running: RunningWorker;
let site: TestSite;
let count = 0;
beforeAll(async () => { running = await startWorker(); });
beforeEach(async () => { site = await makeSite(running, { id: `refusals-${++count}`, shards: 1 }); });
afterAll(() => running.close());

/** Nothing of a refused body is anywhere. */
const nothingStored = async () => expect(await readRows(running, site, { query: 'SELECT 1 AS n FROM sessions UNION ALL SELECT 1 FROM parts UNION ALL SELECT 1 FROM rollups', shards: 1 })).toEqual([]);
const good = () => JSON.stringify({ v: 1, key: site.key, sentAt: 61_000, sessions: [makeSummary({ visitor: 'v1', session: 's1' })] });

type Row = readonly [name: string, input: { readonly body: string; readonly repeat?: number }, expected: { readonly status: number; readonly code: string; readonly path?: string }];
const rows = JSON.parse(readFileSync('tests/cases/collector/intake-refusals.json', 'utf8')) as Row[];

it.each(rows)('%s', async (_name, { body, repeat = 1 }, expected) => {
  const text = body.replaceAll('$KEY', site.key).replaceAll('$GOOD', good()).replace(/\$FILL/g, 'x'.repeat(repeat)).replace(/\$DEEP/g, '['.repeat(repeat));
  const response = await sendBody(running, site, text);
  expect({ status: response.status, type: response.headers.get('content-type') }).toEqual({ status: expected.status, type: 'application/json' });
  const { error } = await response.json() as { error: Record<string, unknown> };
  expect(error).toMatchObject({ code: expected.code, message: expect.any(String), requestId: response.headers.get('x-request-id') });
  if (expected.path !== undefined) expect(error['path']).toBe(expected.path);
  expect(JSON.stringify(error)).not.toMatch(/\bat \w+.*:\d+|\.ts|\.js/);
  // The page may read why.
  expect(response.headers.get('access-control-allow-origin')).toBe(SHOP);
  await nothingStored();
});

it.each([
  ['a foreign origin', 'https://evil.example'], ['a sub-domain', 'https://a.shop.example.com'], ['another scheme', 'http://shop.example.com'],
  ['another port', 'https://shop.example.com:8443'], ['none', undefined], ['null', 'null'],
])('refuses %s as origin, and no header lets it read the answer', async (_name, origin) => {
  const response = await running.fetch(`/v1/summaries?key=${site.key}`, { method: 'POST', body: good(), headers: { 'content-type': 'text/plain', ...(origin === undefined ? {} : { origin }) } });
  expect(response.status).toBe(403);
  expect(await response.json()).toMatchObject({ error: { code: 'origin_not_allowed' } });
  expect(response.headers.get('access-control-allow-origin')).toBeNull();
  await nothingStored();
});

it.each([['no key', ''], ['an unknown key', '?key=pk_nobody'], ['the key of a name', '?key=__proto__']])('refuses %s', async (_name, query) => {
  const response = await running.fetch(`/v1/summaries${query}`, { method: 'POST', body: good(), headers: { origin: SHOP } });
  expect(response.status).toBe(401);
  expect(await response.json()).toMatchObject({ error: { code: 'bad_key' } });
  await nothingStored();
});

it("refuses a body under another site's key", async () => {
  const other = await makeSite(running, { id: `other-${count}`, shards: 1 });
  const response = await sendBody(running, other, good());
  expect({ status: response.status, body: await response.json() }).toMatchObject({ status: 401, body: { error: { code: 'bad_key', path: 'key' } } });
  await nothingStored();
});

it('refuses an endless body while it comes, without a declared length and before its end', async () => {
  const answer = await new Promise<{ status: number | undefined; text: string }>((resolve, reject) => {
    const url = new URL(`/v1/summaries?key=${site.key}`, running.origin);
    const sending = request(url, { method: 'POST', headers: { origin: SHOP, 'transfer-encoding': 'chunked' } });
    sending.on('error', reject);
    sending.on('response', (response) => {
      // It has answered; that it then hangs up on what still comes is its right.
      sending.removeAllListeners('error').on('error', () => undefined);
      response.setEncoding('utf8');
      let text = '';
      response.on('data', (chunk: string) => { text += chunk; });
      response.on('end', () => { resolve({ status: response.statusCode, text }); sending.destroy(); });
    });
    // 40 KiB, and never an end.
    sending.write(Buffer.alloc(40_960, ' '));
  });
  expect(answer.status).toBe(413);
  expect(JSON.parse(answer.text)).toMatchObject({ error: { code: 'body_too_large' } });
  await nothingStored();
});

it('refuses what is not UTF-8', async () => {
  const response = await sendBody(running, site, new Uint8Array([0x7b, 0xff, 0xfe, 0x7d]));
  expect({ status: response.status, body: await response.json() }).toMatchObject({ status: 400, body: { error: { code: 'bad_json' } } });
});

it('answers other methods and paths with a code', async () => {
  for (const [path, init] of [['/v1/summaries', {}], ['/v1/nothing', {}], ['/v1/summaries/../secrets', { method: 'PUT' }]] as const) {
    const response = await running.fetch(path, init);
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ error: { code: 'not_found' } });
  }
});
