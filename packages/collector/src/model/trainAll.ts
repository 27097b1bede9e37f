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
    const some = sites.slice(from, from + AT_ONCE);
    const begun = await Promise.allSettled(some.map(({ id }) => modelStub(env, id).train(id, { by: BY_ITSELF, asked: false })));
    // One site's failure is its own.
    begun.forEach((one, at) => {
      if (one.status === 'rejected') console.error(JSON.stringify({ task: TRAINING_TASK, site: some[at]!.id, error: (one.reason as Error).message }));
    });
  }
  await createModelStore(env.DB).ran(TRAINING_TASK, now);
}
