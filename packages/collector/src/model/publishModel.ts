import type { LearnedState } from '@tactful/learner';
import type { EpochMs, IntentState, ModelScore } from '@tactful/protocol';
import { publishConfig } from '../publish/publishConfig.ts';
import type { Stores } from '../store/createStores.ts';
import type { Judged, ModelStore, NewModel } from '../store/modelStore.ts';
import type { Won } from './concludeTrial.ts';

/** So often somebody may publish meanwhile. */
const TRIES = 3;

export interface Publication { readonly site: string; readonly by: string; readonly now: EpochMs }

/**
 * Publishes the site's live source anew, with the model that is served now: so devices take it, or lay it down, as they take any publication. A site that has published nothing gets it with its first.
 * @throws where it can't be published
 */
export async function publishModel(stores: Pick<Stores, 'configs' | 'pauses' | 'sites'>, { site: id, by, now, note }: Publication & { readonly note: string }): Promise<void> {
  for (let left = TRIES; left > 0; left--) {
    const site = await stores.sites.byId(id);
    const stored = site && await stores.configs.read(id, site.version);
    if (!stored) return;
    const { kind } = await publishConfig(stores, { site, source: JSON.parse(stored.source), by, note, now });
    if (kind === 'published') return;
    if (kind === 'invalid') break;
  }
  throw new Error(`model of ${id}: it could not be published`);
}

/** The next model: the states that were won, beside those of the model that is served. Its version is 0 where nothing learned is left in it. */
export async function makeModel(models: ModelStore, { site, by, now }: Publication, won: Readonly<Partial<Record<LearnedState, Won>>>): Promise<NewModel> {
  const [live, versions] = await Promise.all([models.live(site), models.versions(site)]);
  const next = (versions[0]?.version ?? 0) + 1;
  const states = new Map(Object.entries(live?.model.states ?? {}) as [IntentState, ModelScore][]);
  const learned = new Map(Object.entries(live?.learned ?? {}) as [IntentState, Judged][]);
  for (const [state, one] of Object.entries(won) as [LearnedState, Won][]) {
    if (one) {
      states.set(state, one.score);
      learned.set(state, { version: next, ...one.judged });
    } else {
      states.delete(state);
      learned.delete(state);
    }
  }
  const note = Object.entries(won).map(([state, one]) => `${state}: ${one ? 'learned' : 'the expert’s'}`).join(', ');
  return { site, version: states.size > 0 ? next : 0, at: now, by, note, model: { id: `learned-${next}`, states: Object.fromEntries(states) }, learned: Object.fromEntries(learned) };
}
