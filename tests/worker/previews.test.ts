import type { DeviceConfig, PreviewTicket } from '@tactful/protocol';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { signPreview } from '../../packages/collector/src/staff/signPreview.ts';
import { signStaff } from '../../packages/collector/src/staff/signStaff.ts';
import { callAdmin } from './harness/callAdmin.ts';
import { makeSite, SHOP, type TestSite } from './harness/makeSite.ts';
import { readRows } from './harness/readRows.ts';
import { signIn } from './harness/signIn.ts';
import { STALL } from './harness/STALL.ts';
import { startWorker, type RunningWorker } from './harness/startWorker.ts';

const SECRET = 'session-secret-of-the-tests-0123456789';
const EVE = { email: 'eve@example.com', password: 'a long password' };
/** STALL with a draft, which no device is given. */
const SOURCE = { ...STALL, campaigns: [...STALL.campaigns, { ...STALL.campaigns[1], id: 'draft', status: 'draft', message: { kind: 'card', title: { en: 'Still a draft', 'zh-Hans': '草稿' } } }] };
let running: RunningWorker;
let mine: TestSite;
let theirs: TestSite;
beforeAll(async () => {
  running = await startWorker();
  mine = await makeSite(running, { id: 'mine', source: SOURCE, shards: 1 });
  theirs = await makeSite(running, { id: 'theirs', source: SOURCE, shards: 1 });
  await callAdmin(running, 'staff', { method: 'POST', body: { ...EVE, sites: ['theirs'] } });
});
afterAll(() => running.close());

const now = (): number => Math.floor(Date.now() / 1_000);
const ticket = async (campaign: string): Promise<PreviewTicket> => {
  const answer = await callAdmin(running, `sites/mine/campaigns/${campaign}/preview`, { method: 'POST' });
  expect(answer.status).toBe(200);
  return await answer.json() as PreviewTicket;
};
const open = async (token: string, { site = mine, locale, origin = SHOP }: { readonly site?: TestSite; readonly locale?: string; readonly origin?: string } = {}) => {
  const answer = await running.fetch(`/v1/previews?key=${site.key}`, { method: 'POST', headers: { origin, 'content-type': 'text/plain' }, body: JSON.stringify({ token, ...(locale && { locale }) }) });
  const body = await answer.json() as DeviceConfig & { error?: { code: string } };
  return { status: answer.status, body, code: body.error?.code, headers: answer.headers };
};

it('signs for ten minutes, and answers that campaign alone as if it were live, whatever its status, in the language of the page', async () => {
  const before = await callAdmin(running, 'sites/mine/config').then((answer) => answer.text());
  for (const [id, title] of [['stall', '免运费'], ['hello', '需要帮助吗？'], ['draft', '草稿']] as const) {
    const { token, expiresAt, origins } = await ticket(id);
    expect(origins).toEqual([SHOP]);
    expect(expiresAt - Date.now()).toBeLessThanOrEqual(600_000);
    const { status, body, headers } = await open(token, { locale: 'zh-CN' });
    expect({ status, campaigns: body.campaigns.map((one) => [one.id, one.status, one.message.title]), locale: body.locale }).toEqual({ status: 200, campaigns: [[id, 'live', title]], locale: 'zh-Hans' });
    expect([headers.get('cache-control'), headers.get('access-control-allow-origin')]).toEqual(['no-store', SHOP]);
    expect((await open(token, { locale: 'en_US.UTF-8' })).body.locale).toBe('en');
  }
  // Nothing is published by it, and no page load is counted.
  expect(await callAdmin(running, 'sites/mine/config').then((answer) => answer.text())).toBe(before);
  expect(await readRows(running, mine, { query: 'SELECT * FROM rollups', shards: 1 })).toEqual([]);
});

it('refuses what is over, forged, of another site, of another audience, or gone', async () => {
  const claims = { site: 'mine', campaign: 'stall', version: 2 };
  const { token } = await ticket('stall');
  expect((await open(await signPreview(SECRET, claims, now() - 599))).status).toBe(200);
  const refused = async (given: string, more?: Parameters<typeof open>[1]) => { const { status, code } = await open(given, more); return `${status} ${code}`; };
  expect(await refused(await signPreview(SECRET, claims, now() - 601))).toBe('410 preview_over');
  for (const bad of [
    'x.y.z', '', token.slice(0, -2), `${token.split('.')[0]}.${btoa(JSON.stringify({ sub: 'stall', site: 'mine' })).replace(/=/g, '')}.`,
    await signPreview('another-secret-of-thirty-two-characters', claims, now()), await signStaff(SECRET, 'staff@example.com', now()),
    await signPreview(SECRET, { ...claims, campaign: 'none' }, now()), await signPreview(SECRET, { ...claims, version: 99 }, now()),
    await signPreview(SECRET, claims, now() + 3_600),
  ]) expect([bad.slice(0, 12), await refused(bad)]).toEqual([bad.slice(0, 12), '401 bad_preview']);
  expect(await refused(token, { site: theirs })).toBe('401 bad_preview');
  expect(await refused(token, { origin: 'https://elsewhere.example' })).toBe('403 origin_not_allowed');
});

it('signs for staff of the site alone, and only for campaigns that are there', async () => {
  const path = 'sites/mine/campaigns/stall/preview';
  const eve = await signIn(running, EVE);
  expect((await eve(path, { method: 'POST' })).status).toBe(403);
  expect((await eve(path.replace('mine', 'theirs'), { method: 'POST' })).status).toBe(200);
  expect((await eve(path.replace('mine', 'theirs'), { method: 'POST', headers: { origin: SHOP } })).status).toBe(403);
  expect((await running.fetch(`/v1/admin/${path}`, { method: 'POST' })).status).toBe(401);
  expect((await callAdmin(running, path.replace('stall', 'none'), { method: 'POST' })).status).toBe(404);
});

it('a token opens no door of staff', async () => {
  const { token } = await ticket('stall');
  for (const headers of [{ authorization: `Bearer ${token}` }, { cookie: `__Host-tactful=${token}` }]) {
    expect((await running.fetch('/v1/admin/sites/mine/config', { headers: headers as Record<string, string> })).status).toBe(401);
  }
});
