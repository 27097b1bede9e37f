import type { AuditEntry, CampaignReport, ConfigVersion } from '@tactful/protocol';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { sendVisitors } from '../browser/console/sendVisitors.ts';
import { ageDays } from './harness/ageDays.ts';
import { callAdmin } from './harness/callAdmin.ts';
import { makeSite, SHOP, type TestSite } from './harness/makeSite.ts';
import { STALL } from './harness/STALL.ts';
import { startWorker, type RunningWorker } from './harness/startWorker.ts';

let running: RunningWorker;
beforeAll(async () => { running = await startWorker(); });
afterAll(() => running.close());

const [stall, ...others] = STALL.campaigns;
const source = { ...STALL, campaigns: [{ ...stall, control: 0.5 }, ...others] };
const told = async <T>(site: TestSite, path: string): Promise<T> => (await callAdmin(running, `sites/${site.id}/${path}`)).json() as Promise<T>;
const served = async (site: TestSite): Promise<readonly string[]> =>
  ((await (await running.fetch(`/v1/config?v=1&key=${site.key}&locale=en`, { headers: { origin: SHOP } })).json()) as { campaigns: { id: string }[] }).campaigns.map(({ id }) => id);
const desk = (site: TestSite) => running.worker.getDurableObjectStorage('DESK', { name: site.id });
/** The shards' daily look, now; they ask the desk for its own, which looks once. */
async function look(site: TestSite): Promise<void> {
  const storage = await desk(site);
  await storage.exec('DELETE FROM reviewed').catch((error: unknown) => { if (!/no such table/.test(String(error))) throw error; });
  expect((await callAdmin(running, `sites/${site.id}/retention`, { method: 'PUT', body: { days: 395 } })).status).toBe(200);
  await vi.waitFor(async () => expect(await storage.exec('SELECT COUNT(*) AS n FROM reviewed')).toEqual([{ n: 1 }]), { timeout: 20_000 });
}

it('a campaign whose interval lies below zero pauses itself and says why; set live again, what was measured does not count against it anew', async () => {
  const site = await makeSite(running, { id: 'harmed', source, shards: 2 });
  const day = async (first: number): Promise<void> => {
    await sendVisitors(running, site, { arm: 'treatment', visitors: 100, buys: 40, value: 40, first });
    await sendVisitors(running, site, { arm: 'control', visitors: 100, buys: 2, value: 40, first });
  };
  await day(0);
  await look(site);
  // One day is what anybody can make up.
  const [alone] = await told<CampaignReport[]>(site, 'campaigns');
  expect([alone!.lift.value!.high < 0, await served(site)]).toEqual([true, ['stall']]);
  await ageDays(running, site, 2);
  await day(100);
  await look(site);
  await vi.waitFor(async () => expect(await served(site)).toEqual([]), { timeout: 20_000 });

  const [report] = await told<CampaignReport[]>(site, 'campaigns');
  expect(report).toMatchObject({
    status: 'paused', treatment: { visitors: 200, conversions: 5 }, control: { visitors: 200, conversions: 100 }, draw: { wanted: 0.5, met: 0.5, mismatch: false },
    pausedItself: { measure: 'value', ...report!.lift.value },
  });
  expect(report!.lift.value!.high).toBeLessThan(0);
  const [difference, low, high] = Object.values(report!.lift.value!).map((value) => value.toFixed(2));
  const note = `pause stall: value per visitor ${difference} (${low} to ${high})`;
  expect((await told<AuditEntry[]>(site, 'audit'))[0]).toEqual({ at: report!.pausedItself!.at, by: 'Tactful', role: '', site: 'harmed', action: 'self_pause', detail: `version 3: ${note}` });
  expect((await told<ConfigVersion[]>(site, 'config/versions'))[0]).toMatchObject({ version: 3, by: 'Tactful', live: true, note });
  expect(await told(site, 'recount')).toMatchObject({ differences: [], unmerged: [] });

  // A file that says "live", or an earlier version, does not lift it by the way.
  const put = (query: string, body: object = source) => callAdmin(running, `sites/${site.id}/config${query}`, { method: 'PUT', body, headers: { 'if-match': '*' } });
  const refused = { error: { code: 'invalid', path: 'campaigns[0].status', issues: [{ code: 'paused_itself', path: 'campaigns[0].status' }] } };
  for (const asked of [put(''), put('?lift=hello'), callAdmin(running, `sites/${site.id}/config/rollback`, { method: 'POST', body: { version: 2 } })]) expect(await (await asked).json()).toMatchObject(refused);
  // Nor by way of a draft.
  const draft = { ...source, campaigns: [{ ...source.campaigns[0], status: 'draft' }, ...others] };
  expect([(await put('', draft)).status, (await put('')).status]).toEqual([200, 422]);
  expect(await served(site)).toEqual([]);
  expect((await put('?lift=hello&lift=stall')).status).toBe(200);
  expect(await served(site)).toEqual(['stall']);

  await look(site);
  const [resumed] = await told<CampaignReport[]>(site, 'campaigns');
  expect([resumed!.status, resumed!.pausedItself]).toEqual(['live', undefined]);
  expect((await told<ConfigVersion[]>(site, 'config/versions')).map(({ version }) => version)).toEqual([5, 4, 3, 2, 1]);

  // Had it paused itself three days ago, all that was met since would be new.
  const { DB } = await running.worker.getEnv() as { DB: D1Database };
  await DB.prepare("UPDATE pauses SET at = at - 259200000 WHERE site = 'harmed'").run();
  await look(site);
  expect((await told<CampaignReport[]>(site, 'campaigns'))[0]).toMatchObject({ status: 'paused', pausedItself: { measure: 'value' } });

  // A person's own pause has no such reason.
  await callAdmin(running, `sites/${site.id}/campaigns/stall/resume`, { method: 'POST' });
  await callAdmin(running, `sites/${site.id}/campaigns/stall/pause`, { method: 'POST' });
  expect((await told<CampaignReport[]>(site, 'campaigns'))[0]).toMatchObject({ status: 'paused' });
  expect((await told<CampaignReport[]>(site, 'campaigns'))[0]).not.toHaveProperty('pausedItself');
});

it('groups that are not as they were drawn pause nothing, and say so', async () => {
  const site = await makeSite(running, { id: 'lost', source, shards: 1 });
  await sendVisitors(running, site, { arm: 'treatment', visitors: 300, buys: 60, value: 40 });
  await sendVisitors(running, site, { arm: 'control', visitors: 120, buys: 1, value: 40 });
  await look(site);
  const [report] = await told<CampaignReport[]>(site, 'campaigns');
  expect(report).toMatchObject({ status: 'live', draw: { wanted: 0.5, met: expect.closeTo(2 / 7, 9), mismatch: true } });
  expect(report!.lift.value!.high).toBeLessThan(0);
});
