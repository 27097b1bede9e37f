import type { EpochMs } from '@tactful/protocol';
import { createModelStore } from '../store/modelStore.ts';
import { createSiteStore } from '../store/siteStore.ts';
import { BY_ITSELF } from './createTraining.ts';
import { modelStub } from './modelStub.ts';

const AT_ONCE = 20;
/** The schedule's name. */
export const TRAINING_TASK = 'training';

/** What the schedule asks of every site that has published something: look at what is served, and train what is due. */
export async function trainAll(env: Env, now: EpochMs): Promise<void> {
  const sites = (await createSiteStore(env.DB).all()).filter(({ version }) => version > 0);
  for (let from = 0; from < sites.length; from += AT_ONCE) {
    await Promise.all(sites.slice(from, from + AT_ONCE).map(({ id }) => modelStub(env, id).train(id, { by: BY_ITSELF, asked: false })));
  }
  await createModelStore(env.DB).ran(TRAINING_TASK, now);
}
