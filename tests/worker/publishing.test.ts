import { afterAll, beforeAll, expect, it } from 'vitest';
import { callAdmin } from './harness/callAdmin.ts';
import { makeSite } from './harness/makeSite.ts';
import { STALL } from './harness/STALL.ts';
import { startWorker, type RunningWorker } from './harness/startWorker.ts';

let running: RunningWorker;
beforeAll(async () => { running = await startWorker(); });
afterAll(() => running.close());

interface Document { version: number; etag: string; by: string; source: { campaigns?: { id: string; status: string }[] } }
const put = (id: string, body: unknown, etag?: string, note = '') =>
  callAdmin(running, `sites/${id}/config?note=${note}`, { method: 'PUT', body, headers: etag === undefined ? {} : { 'if-match': etag } });
const read = async (id: string, query = '') => await (await callAdmin(running, `sites/${id}/config${query}`)).json() as Document;
const post = async (path: string, body?: unknown) => {
  const response = await callAdmin(running, path, { method: 'POST', body });
  return { status: response.status, body: await response.json() as Document & { error?: { code: string; path?: string } } };
};

it('publishes against the version that was read, and nobody overwrites what they have not seen', async () => {
  await makeSite(running, { id: 'a' });
  const first = await read('a');
  expect(first).toMatchObject({ version: 1, by: 'deploy', source: { v: 1 } });
  const published = await put('a', STALL, first.etag, 'spring');
  expect(published.status).toBe(200);
  const second = await published.json() as Document;
  expect(second).toMatchObject({ version: 2, source: STALL });
  expect(published.headers.get('etag')).toBe(second.etag);
  for (const stale of [first.etag, undefined, '"nonsense"', `W/${second.etag}`]) {
    const response = await put('a', STALL, stale);
    expect({ status: response.status, body: await response.json() }).toMatchObject({ status: 409, body: { error: { code: 'conflict' } } });
  }
  expect(await read('a')).toEqual(await read('a', '?version=2'));
  const versions = await (await callAdmin(running, 'sites/a/config/versions')).json();
  expect(versions).toMatchObject([{ version: 2, note: 'spring', live: true }, { version: 1, note: 'site made', live: false }]);
});

it('halts and lifts once: asked again, or of a site that is not halted, nothing is published', async () => {
  await makeSite(running, { id: 'calm', source: STALL });
  const before = await read('calm');
  for (const halt of [false, true, true, false, false]) {
    const { status, body } = await post('sites/calm/halt', { halt });
    expect({ status, body }).toMatchObject({ status: 200, body: { etag: (await read('calm')).etag } });
  }
  const versions = await (await callAdmin(running, 'sites/calm/config/versions')).json() as { version: number; note: string }[];
  expect(versions.filter(({ version }) => version > before.version).map(({ note }) => note)).toEqual(['lift the halt', 'halt']);
  const { source } = await read('calm');
  expect(source).toEqual(before.source);
});

it('lets one of two publications at the same moment through', async () => {
  await makeSite(running, { id: 'race' });
  const { etag } = await read('race');
  const statuses = await Promise.all(Array.from({ length: 8 }, async (_, n) => (await put('race', { ...STALL, holdout: n / 100 }, etag)).status));
  expect(statuses.sort()).toEqual([200, ...Array.from({ length: 7 }, () => 409)]);
  expect((await read('race')).version).toBe(2);
});

it('refuses a broken configuration with every issue at its path; the live one stays', async () => {
  await makeSite(running, { id: 'broken', source: STALL });
  const live = await read('broken');
  const bad = structuredClone(STALL) as unknown as { campaigns: Record<string, unknown>[] };
  bad.campaigns[1] = { ...bad.campaigns[1], id: 'stall' };
  (bad.campaigns[0] as { trigger: unknown }).trigger = { any: [{ on: 'telepathy' }, { on: 'dwell', page: 'checkout', for: 10 }] };
  const response = await put('broken', bad, live.etag);
  expect(response.status).toBe(422);
  const { error } = await response.json() as { error: { code: string; path: string; issues: { code: string; path: string; message: string }[] } };
  expect(error.code).toBe('invalid');
  expect(error.issues.map(({ code, path }) => `${code} ${path}`)).toEqual(['unknown_clause campaigns[0].trigger.any[0].on', 'bad_duration campaigns[0].trigger.any[1].for']);
  const twice = await put('broken', { ...STALL, campaigns: [STALL.campaigns[0], STALL.campaigns[0]] }, live.etag);
  expect(await twice.json()).toMatchObject({ error: { issues: [{ code: 'duplicate_id', path: 'campaigns[1].id' }] } });
  expect(await read('broken')).toEqual(live);
});

it.each([
  ['text', 'hello', 400, 'bad_json'], ['nothing', '', 400, 'bad_json'], ['a later version', '{"v":2}', 400, 'bad_version'], ['a list', '[]', 422, 'invalid'],
  ['too deep', `{"v":1,"x":${'['.repeat(60)}${']'.repeat(60)}}`, 400, 'body_too_deep'], ['too large', `{"v":1,"x":"${'x'.repeat(524_288)}"}`, 413, 'body_too_large'],
  ['__proto__', '{"v":1,"__proto__":{"admin":1}}', 422, 'invalid'],
])('refuses %s as a configuration', async (name, body, status, code) => {
  const id = `bad-${name.replace(/[^a-z]/g, '')}`;
  await makeSite(running, { id });
  const response = await running.fetch(`/v1/admin/sites/${id}/config`, { method: 'PUT', body, headers: { authorization: `Bearer ${(await import('./harness/startWorker.ts')).DEPLOY_TOKEN}`, 'if-match': '*' } });
  expect({ status: response.status, body: await response.json() }).toMatchObject({ status, body: { error: { code } } });
  expect((await read(id)).version).toBe(1);
});

it('rolls back by publishing the earlier source anew', async () => {
  await makeSite(running, { id: 'back', source: STALL });
  await put('back', { v: 1 }, '*');
  const { etag } = await read('back', '?version=2');
  const stale = await callAdmin(running, 'sites/back/config/rollback', { method: 'POST', body: { version: 2 }, headers: { 'if-match': etag } });
  expect([stale.status, (await read('back')).version]).toEqual([409, 3]);
  const back = await post('sites/back/config/rollback', { version: 2 });
  expect(back).toMatchObject({ status: 200, body: { version: 4, source: STALL } });
  expect(await post('sites/back/config/rollback', { version: 99 })).toMatchObject({ status: 404, body: { error: { code: 'not_found', path: 'version' } } });
  for (const version of [0, -1, 1.5, '1', null]) expect((await post('sites/back/config/rollback', { version })).status).toBe(422);
});

it('pauses and resumes a campaign as a new version, without making the campaign a new one', async () => {
  const site = await makeSite(running, { id: 'pause', source: STALL });
  const served = async () => await (await running.fetch(`/v1/config?key=${site.key}`)).json() as { campaigns: { id: string; version: number }[] };
  expect((await post('sites/pause/campaigns/stall/pause')).body).toMatchObject({ version: 3, source: { campaigns: [{ id: 'stall', status: 'paused' }, {}] } });
  expect((await served()).campaigns).toEqual([]);
  expect(await post('sites/pause/campaigns/stall/pause')).toMatchObject({ status: 409, body: { error: { code: 'conflict', path: 'status' } } });
  expect((await post('sites/pause/campaigns/stall/resume')).body.version).toBe(4);
  expect((await served()).campaigns).toMatchObject([{ id: 'stall', version: 1 }]);
  expect((await post('sites/pause/campaigns/nobody/pause')).status).toBe(404);
});

it('writes down who changed what', async () => {
  await makeSite(running, { id: 'audit', source: STALL });
  const rows = await (await callAdmin(running, 'sites/audit/audit')).json();
  expect(rows).toMatchObject([{ by: 'deploy', action: 'publish', detail: 'version 2' }, { action: 'publish', detail: 'version 1: site made' }, { action: 'add_site' }]);
});
