import { COLUMNS } from '@tactful/learner';
import type { DeviceConfig, ModelReport, SessionDetail } from '@tactful/protocol';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { callAdmin } from './harness/callAdmin.ts';
import { makeSite, type TestSite } from './harness/makeSite.ts';
import { makeExposure, makeGoal, makeSummary } from './harness/makeSummary.ts';
import { sendSummaries } from './harness/sendSummaries.ts';
import { STALL } from './harness/STALL.ts';
import { startWorker, type RunningWorker } from './harness/startWorker.ts';
import { readModel, sendVisits, untilTrained, visits } from './training/visits.ts';

const DAY = 86_400_000;
let running: RunningWorker;
beforeAll(async () => { running = await startWorker(); });
afterAll(() => running.close());

const SOURCE = { ...STALL, model: 'learned' };
const told = (site: TestSite): Promise<ModelReport> => readModel(running, site);
const ended = (site: TestSite): Promise<ModelReport> => untilTrained(running, site);
const served = async (site: TestSite): Promise<{ readonly etag: string | null; readonly config: DeviceConfig }> => {
  const response = await running.fetch(`/v1/config?key=${site.key}`);
  return { etag: response.headers.get('etag'), config: await response.json() as DeviceConfig };
};
const act = (site: TestSite, action: string, body?: unknown) => callAdmin(running, `sites/${site.id}/model/${action}`, { method: 'POST', ...(body !== undefined && { body }) });
const trained = async (site: TestSite): Promise<ModelReport> => {
  expect(await (await act(site, 'train')).json()).toEqual({ started: true });
  return ended(site);
};
const scheduled = () => running.worker.scheduled({ scheduledTime: new Date(), cron: '17 3 * * *' });
const isScheduled = async (): Promise<unknown> => ((await (await running.fetch('/v1/health')).json()) as { bindings: Record<string, unknown> }).bindings['training'];
/** What an object still holds of what it learned from. */
const leftOf = async (site: TestSite): Promise<unknown> => (await running.worker.getDurableObjectStorage('MODEL', { name: site.id })).exec('SELECT (SELECT COUNT(*) FROM moments) + (SELECT COUNT(*) FROM fits) + (SELECT COUNT(*) FROM run) AS n');

it('learns from sessions, serves what is better, and what was before when it is rolled back', async () => {
  const site = await makeSite(running, { id: 'learns', source: SOURCE, shards: 2 });
  const few = await trained(site);
  expect(few).toMatchObject({ live: 0, running: null, versions: [], states: { likely_buyer: { trial: { end: 'too_few_samples', samples: 0 }, looks: [], alarm: null, served: null } } });
  const before = await served(site);
  expect(before.config.model).toMatchObject({ id: 'expert-1' });

  await sendVisits(running, site, visits('early', 520, { from: Date.now() - 13 * DAY, days: 8 }));
  const first = await trained(site);
  expect(first).toMatchObject({
    live: 1, versions: [{ version: 1, by: 'deploy', live: true, states: ['likely_buyer'] }],
    states: {
      likely_buyer: { trial: { end: 'better', samples: 520, visitors: 520, treatmentIsInput: false, auc: { expert: 0.5 } }, looks: [{ version: 0, auc: 0.5 }], served: { version: 1 } },
      // Nobody had a cart, and a month has not passed since any of them.
      abandon: { trial: { end: 'too_few_samples', samples: 0 }, served: null }, high_value: { trial: { end: 'too_few_samples', samples: 0 }, served: null },
    },
  });
  const { quality, importance } = first.states.likely_buyer!.served!;
  expect([quality.samples, quality.auc > 0.7, Object.keys(importance)[0]]).toEqual([104, true, 'attention.shipping_seconds']);
  const after = await served(site);
  expect([after.config.model!.id, Object.keys(after.config.model!.states).sort()]).toEqual(['learned-1', Object.keys(before.config.model!.states).sort()]);
  expect([after.etag === before.etag, after.config.version === before.config.version]).toEqual([false, false]);
  expect(after.config.model!.states.struggle).toEqual(before.config.model!.states.struggle);
  // A session names the model that scored it, and is read with it; another's, or one that never was, is none.
  const models = ['learned-1', 'expert-1', 'learned-2'];
  await sendSummaries(running, site, models.map((model) => makeSummary({ visitor: model, session: model, model })));
  const read = await Promise.all(models.map(async (session) => (await (await callAdmin(running, `sites/learns/sessions/${session}`)).json() as SessionDetail).model));
  expect(read).toEqual([{ id: 'learned-1', states: { likely_buyer: after.config.model!.states.likely_buyer } }, null, null]);
  // Another publication keeps it.
  expect((await callAdmin(running, 'sites/learns/config', { method: 'PUT', body: { ...SOURCE, holdout: 0.2 }, headers: { 'if-match': '*' } })).status).toBe(200);
  expect((await served(site)).config.model).toEqual(after.config.model);

  // The same again is no better than what is served.
  const again = await trained(site);
  expect(again).toMatchObject({ live: 1, states: { likely_buyer: { trial: { end: 'not_better' }, looks: [{ version: 0 }, { version: 1 }], alarm: null } } });
  const { trial, looks } = again.states.likely_buyer!;
  for (const auc of [trial!.auc!.champion, trial!.auc!.challenger, looks[1]!.auc]) expect(auc).toBeCloseTo(quality.auc, 9);
  expect(again.versions).toHaveLength(1);

  expect(await (await act(site, 'rollback', { version: 0 })).json()).toEqual({ live: 0 });
  expect((await served(site)).config.model).toEqual(before.config.model);
  expect([(await act(site, 'rollback', { version: 9 })).status, (await served(site)).config.model!.id]).toEqual([404, 'expert-1']);
  expect(await (await act(site, 'rollback', { version: 1 })).json()).toEqual({ live: 1 });
  expect((await served(site)).config.model).toEqual(after.config.model);
  const audit = await (await callAdmin(running, 'sites/learns/audit')).json() as { action: string; detail: string; by: string }[];
  expect(audit.filter(({ action }) => action.includes('model')).map(({ action, detail }) => `${action} ${detail}`.trim())).toEqual([
    'roll_back_model model 1: rolled back', 'roll_back_model model 0: rolled back', 'train_model', 'publish_model model 1: likely_buyer', 'train_model', 'train_model',
  ]);

  // On schedule it is looked at; trained it is where a week has passed, or where it fell.
  expect([await isScheduled(), again.scheduledAt]).toEqual([false, null]);
  await scheduled();
  const looked = await ended(site);
  expect([looked.scheduledAt !== null, looked.states.likely_buyer!.looks.length, looked.states.likely_buyer!.trial!.at === trial!.at]).toEqual([true, 3, true]);
  expect(await leftOf(site)).toEqual([{ n: 0 }]);

  // What it learned comes true no more, and there is nothing better to learn.
  await sendVisits(running, site, visits('late', 300, { from: Date.now() - 5 * DAY, days: 1, luck: true }));
  await scheduled();
  const fallen = await ended(site);
  expect(fallen).toMatchObject({ live: 1, states: { likely_buyer: { trial: { end: 'not_better' }, alarm: expect.any(Number), served: { version: 1 } } } });
  expect(fallen.states.likely_buyer!.looks.at(-1)!.auc).toBeLessThan(0.6);

  // `"model": "expert"` keeps it out, and nothing is learned, nor said to be served.
  const publish = (source: object) => callAdmin(running, 'sites/learns/config', { method: 'PUT', body: source, headers: { 'if-match': '*' } });
  await publish({ ...SOURCE, model: 'expert' });
  expect(await (await act(site, 'train')).json()).toEqual({ started: false });
  const model = await running.worker.getDurableObjectStorage('MODEL', { name: site.id });
  await model.exec(`INSERT INTO run (id, json) VALUES (1, '${JSON.stringify({ by: 'deploy', asked: true, state: 'high_value', progress: 1, fell: false, over: true, base: 1, won: { likely_buyer: null } })}')`);
  await scheduled();
  const out = await ended(site);
  expect(out).toMatchObject({ live: 0, keptOut: true, versions: [{ version: 1, live: false }], states: { likely_buyer: { served: null } } });
  expect(out.states.likely_buyer!.looks).toEqual(fallen.states.likely_buyer!.looks);
  expect((await served(site)).config.model!.id).toBe('expert-1');
  await publish(SOURCE);
  expect(await told(site)).toMatchObject({ live: 1, keptOut: false });
});

it('what can’t be published is taken back and ends the training; what staff served meanwhile stays', async () => {
  const site = await makeSite(running, { id: 'spoiled', source: SOURCE, shards: 2 });
  const { DB } = await running.worker.getEnv() as { DB: D1Database };
  const atNight = async (): Promise<ModelReport> => (await scheduled(), ended(site));
  expect(await atNight()).toMatchObject({ states: { likely_buyer: { trial: { end: 'too_few_samples', samples: 0 } } } });
  await sendVisits(running, site, visits('early', 520, { from: Date.now() - 13 * DAY, days: 8 }));
  await DB.prepare("UPDATE configs SET source = json_set(source, '$.nolonger', 1) WHERE site = ?").bind(site.id).run();
  // Under way since the experts' scores were served beside another model: what another state won then is forgotten.
  const model = await running.worker.getDurableObjectStorage('MODEL', { name: site.id });
  const through = (more: object) => model.exec(`INSERT INTO run (id, json) VALUES (1, '${JSON.stringify({ by: 'deploy', asked: true, state: 'high_value', progress: 1, fell: false, over: true, won: { likely_buyer: null }, ...more })}')`);
  await through({ state: 'likely_buyer', shard: 0, over: false, base: 7, won: { abandon: null } });
  // The next night, as nothing was tried yet.
  expect(await atNight()).toMatchObject({ live: 0, running: null, states: { likely_buyer: { trial: { end: 'unpublished' }, served: null } } });
  const actions = async (): Promise<string[]> => (await (await callAdmin(running, `sites/${site.id}/audit`)).json() as { action: string }[]).map(({ action }) => action);
  expect(await actions()).not.toContain('publish_model');

  // A training is through that was judged beside another version than is served now.
  const publishes = async (more: object): Promise<ModelReport> => {
    await through(more);
    await act(site, 'train');
    return ended(site);
  };
  const after = await publishes({ base: 7 });
  expect([after.live, after.versions.map(({ note }) => note)]).toEqual([0, ['likely_buyer: learned']]);
  expect(await actions()).not.toContain('publish_model');

  // It was cut off after it had said which version it is to be: before that one was stored, and after.
  await DB.prepare("UPDATE configs SET source = json_remove(source, '$.nolonger') WHERE site = ?").bind(site.id).run();
  const won = { likely_buyer: { score: { bias: 0, terms: [['session.pages', 1, 0, 'identity']] }, judged: { quality: {}, importance: {}, threshold: 0, reference: { score: [], features: {} } } } };
  expect((await publishes({ base: 0, publish: 2, won })).versions.map(({ version, live }) => [version, live])).toEqual([[2, true], [1, false]]);
  expect([(await served(site)).config.model!.id, (await actions()).filter((action) => action === 'publish_model').length]).toEqual(['learned-2', 1]);
  await DB.prepare('UPDATE sites SET live_model = 1 WHERE id = ?').bind(site.id).run();
  expect((await publishes({ base: 2, publish: 1, won })).versions).toHaveLength(2);
  expect((await served(site)).config.model!.id).toBe('learned-1');
  // Staff rolled back in between.
  await act(site, 'rollback', { version: 0 });
  expect(await publishes({ base: 1, publish: 2, won })).toMatchObject({ live: 0, running: null });
  await DB.prepare("UPDATE configs SET source = json_set(source, '$.nolonger', 1) WHERE site = ?").bind(site.id).run();
  expect([(await act(site, 'rollback', { version: 1 })).status, (await told(site)).live]).toEqual([500, 0]);
  expect((await served(site)).config.model!.id).toBe('expert-1');
});

it('one site’s failure is its own: the night goes on for the others, and has been', async () => {
  const [broken, well] = [await makeSite(running, { id: 'broken', source: SOURCE }), await makeSite(running, { id: 'well', source: SOURCE })];
  await ended(broken);
  await (await running.worker.getDurableObjectStorage('MODEL', { name: broken.id })).exec("INSERT INTO run (id, json) VALUES (1, '{')");
  const before = (await told(well)).scheduledAt;
  await scheduled();
  const after = await ended(well);
  expect([after.scheduledAt! > before!, after.states.likely_buyer!.trial!.end]).toEqual([true, 'too_few_samples']);
});

it('tells how a threshold does of a score that nothing answers, by what became of those who met the campaign', async () => {
  const [stall, ...others] = STALL.campaigns;
  const site = await makeSite(running, { id: 'doubts', source: { ...STALL, campaigns: [{ ...stall, conditions: { feature: 'intent.price_doubt', gte: 0.5 } }, ...others] }, shards: 2 });
  const at = Date.now() - 5 * DAY, looks = (seconds: number) => COLUMNS.map((name) => (/^attention.(price|coupon|shipping)/.test(name) ? seconds : -1));
  const visitor = (name: string, seconds: number, more: object) => makeSummary({ visitor: name, session: name, startedAt: at, snapshots: [{ on: 'exposure', at, x: looks(seconds) }], exposures: [makeExposure({ id: name, at, ...more })], goals: name === 'b' ? [makeGoal({ id: name, at: at + 1_000 })] : [] });
  await sendVisits(running, site, [visitor('a', 40, { arm: 'treatment', outcome: 'dismiss' }), visitor('b', 40, { arm: 'treatment', outcome: 'click', helped: false }), visitor('c', 12, { arm: 'control', outcome: 'none' })]);
  const thresholds = async (campaign: string): Promise<unknown> => (await callAdmin(running, `sites/doubts/campaigns/${campaign}/thresholds`)).json();
  expect(await thresholds('stall')).toEqual([{ state: 'price_doubt', from: 0.5, few: true, to: null, bands: [
    { low: 0.2, treated: 0, control: 1, treatedConverted: 0, controlConverted: 0, unwanted: 0, helped: 0, unhelpful: 0 }, { low: 0.8, treated: 2, control: 0, treatedConverted: 1, controlConverted: 0, unwanted: 1, helped: 0, unhelpful: 1 },
  ] }]);
  expect([await thresholds('hello'), await thresholds('nobody')]).toEqual([[], { error: expect.objectContaining({ code: 'not_found' }) }]);
  expect((await (await callAdmin(running, 'sites/doubts/campaigns')).json() as { tuned: boolean }[]).map(({ tuned }) => tuned)).toEqual([true, false]);
});
