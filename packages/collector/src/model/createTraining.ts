import { createTrial, fewOfEach, LEARNED, momentsOf, periodsOf, type LearnedState, type Periods } from '@tactful/learner';
import { expertModel, type EpochMs } from '@tactful/protocol';
import { shardStub } from '../shard/shardStub.ts';
import { BEGUN } from '../store/auditStore.ts';
import { createStores } from '../store/createStores.ts';
import { createModelStore } from '../store/modelStore.ts';
import type { Site } from '../store/siteStore.ts';
import { concludeTrial } from './concludeTrial.ts';
import { isDue } from './isDue.ts';
import { lookAt, type Champion } from './lookAt.ts';
import { makeModel, publishModel } from './publishModel.ts';
import type { Run, RunStore } from './runStore.ts';
import { TRAINING } from './TRAINING.ts';

const STATES = Object.keys(LEARNED) as LearnedState[];
/** Numbers of visitors of one shard, and of the next. */
const PER_SHARD = 1_000_000;
/** Who publishes what nobody asked for. */
export const BY_ITSELF = 'Tactful';

/** What an object holds in memory of the state under way; lost, it is made again from what is stored. */
interface Current { readonly periods: Periods; readonly champion: Champion; readonly trial: ReturnType<typeof createTrial>; done: number; ended: boolean }

/** A site's training in turns, each far below what the platform allows; what a turn found is stored. Its states follow one another. */
export function createTraining(env: Env, store: RunStore) {
  const stores = createStores(env.DB), models = createModelStore(env.DB);
  let current: Current | undefined;

  /** The next state, or what is left to do after the last. */
  const next = ({ by, asked, state, won, base }: Run): void => {
    current = undefined;
    store.clear();
    const following = STATES[STATES.indexOf(state) + 1];
    const kept = { by, asked, won, ...(base !== undefined && { base }) };
    if (following) store.setRun({ ...kept, state: following, shard: 0, progress: 0, fell: false });
    else store.setRun(Object.keys(won).length > 0 ? { ...kept, state, progress: 1, fell: false, over: true } : undefined);
  };

  /** What was won is not served after all. */
  const drop = (won: Run['won']): void => {
    for (const state of Object.keys(won) as LearnedState[]) store.setTrial(state, { ...store.trial(state)!, end: 'unpublished' });
  };
  /** Ends the training without a publication. */
  const giveUp = ({ won }: Run): void => {
    drop(won);
    store.setRun(undefined);
  };

  async function gather(site: Site, run: Run & { readonly shard: number }, now: EpochMs): Promise<void> {
    const { state, shard: first } = run;
    const shards = Array.from({ length: Math.min(TRAINING.shardsAtOnce, site.shards - first) }, (_one, at) => first + at);
    const ask = { before: now - LEARNED[state], limit: Math.ceil(TRAINING.sessions / site.shards) };
    const pasts = await Promise.all(shards.map((shard) => shardStub(env, site.id, shard).past(ask)));
    shards.forEach((shard, at) => store.setMoments(shard, pasts[at]!.flatMap((past, visitor) => momentsOf(past, { visitor: shard * PER_SHARD + visitor, state, now }))));
    const { shard: _asked, ...rest } = run;
    const end = first + shards.length;
    store.setRun(end < site.shards ? { ...rest, shard: end } : rest);
  }

  /** What is learned from, beside what is served; undefined where nothing is to be learned. */
  async function open(site: Site, run: Run, now: EpochMs): Promise<Current | undefined> {
    const { state } = run;
    const periods = periodsOf(state, fewOfEach(store.moments().sort((a, b) => b.at - a.at)).slice(0, TRAINING.moments));
    if ('why' in periods) {
      store.setTrial(state, { at: now, end: periods.why, ...periods.counts });
      return undefined;
    }
    const [live, facts] = await Promise.all([models.live(site.id), stores.configs.facts(site.id, site.version)]);
    const expert = expertModel([state], facts?.currency).states[state]!;
    const champion: Champion = { version: live?.version ?? 0, score: live?.model.states[state] ?? expert, judged: live?.learned[state] };
    const from = store.fits();
    if (from.fits.length === 0) {
      const { look, fell } = lookAt(champion, periods, now);
      store.addLook(state, look);
      if (!fell) store.setAlarm(state, undefined);
      if (!run.asked && !fell && !isDue(store.trial(state), { moments: periods.train.labels.length + periods.test.labels.length, now })) return undefined;
      store.setRun({ ...run, fell });
    }
    return { periods, champion, trial: createTrial(periods, { state, expert, champion: champion.score }, from), done: from.fits.length, ended: false };
  }

  function learn(run: Run, { periods, trial, done }: Current): void {
    let more = true;
    for (let left = Math.max(1, Math.floor(TRAINING.momentsAtOnce / periods.train.labels.length)); left > 0 && more; left--) more = trial.step();
    const state = trial.state();
    store.setFits(state, Math.max(0, done - 1));
    current = { ...current!, done: state.fits.length, ended: !more };
    store.setRun({ ...run, progress: trial.progress() });
  }

  async function conclude(site: Site, run: Run, { periods, champion, trial }: Current, now: EpochMs): Promise<void> {
    const { state, fell } = run;
    const live = await models.live(site.id);
    // Somebody rolled back meanwhile: what was found is judged beside what is served now.
    if ((live?.version ?? 0) !== champion.version) {
      current = undefined;
      return;
    }
    const { told, won } = await concludeTrial(trial.result(), state, periods);
    const helpless = fell && won === undefined;
    store.setTrial(state, { at: now, ...told });
    store.setAlarm(state, helpless ? now : undefined);
    if (helpless) console.warn(JSON.stringify({ task: 'train', site: site.id, state, alarm: 'what is served fell, and training did not help' }));
    if (won === undefined) return next(run);
    // What an earlier state won beside another version is not known to be better than this one's.
    const stands = run.base === champion.version;
    if (!stands) drop(run.won);
    next({ ...run, base: champion.version, won: { ...(stands && run.won), [state]: won } });
  }

  /** Says which version it is to be, stores it, and publishes it: cut off between two of them, it goes on from there. What staff served meanwhile stays; what can't be published is taken back. */
  async function publish(site: Site, run: Run, now: EpochMs): Promise<void> {
    const publication = { site: site.id, by: run.by, now };
    const served = async (): Promise<number> => (await models.live(site.id))?.version ?? 0;
    let version = run.publish;
    if (version === undefined && await served() !== run.base) return giveUp(run);
    if (version === undefined || !await models.has(site.id, version)) {
      const model = await makeModel(models, publication, run.won);
      version = model.version;
      store.setRun({ ...run, publish: version });
      await models.put(model, run.base ?? 0);
    }
    if (await served() !== version) return giveUp(run);
    const note = `model ${version}: ${Object.keys(run.won).join(', ')}`;
    const entry = { at: now, by: run.by, role: '', site: site.id, action: 'publish_model', detail: note } as const;
    const begun = await stores.audit.begin({ ...entry, detail: BEGUN + note });
    try {
      await publishModel(stores, { ...publication, note });
      await stores.audit.settle(begun, [entry]);
      store.setRun(undefined);
    } catch (error) {
      await models.point(site.id, run.base ?? 0);
      await stores.audit.settle(begun, []);
      console.error(JSON.stringify({ task: 'train', site: site.id, error: (error as Error).message }));
      giveUp(run);
    }
  }

  return {
    /** One turn. A site that keeps out what is learned is not trained, and nothing is published for it. @returns whether there is another */
    async turn(id: string, now: EpochMs): Promise<boolean> {
      const run = store.run();
      const site = run && await stores.sites.byId(id);
      if (!site || await models.isKeptOut(id)) {
        store.clear();
        store.setRun(undefined);
        return false;
      }
      if (run.shard !== undefined) await gather(site, { ...run, shard: run.shard }, now);
      else if (run.over) await publish(site, run, now);
      else {
        current ??= await open(site, run, now);
        if (!current) next(run);
        else if (current.ended) await conclude(site, run, current, now);
        else learn(store.run()!, current);
      }
      return store.run() !== undefined;
    },
  };
}
