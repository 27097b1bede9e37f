import type { Compiled } from '@tactful/protocol';
import type { SiteFacts } from '../store/SiteFacts.ts';
import { controlsOf } from './controlsOf.ts';
import { namesOf } from './namesOf.ts';

/** Facts as stored; those published before names or shares were kept get those of their own configuration, and the names of every goal. */
export async function fillFacts(stored: Omit<SiteFacts, 'names' | 'controls'> & Partial<SiteFacts>, compiled: () => Promise<Pick<Compiled, 'device'> | null>): Promise<SiteFacts> {
  const { names, controls } = stored;
  if (names && controls) return { ...stored, names, controls };
  const own = await compiled();
  const before = { pages: [], signals: [], events: Object.values(stored.goals).map(({ event }) => event), campaigns: Object.keys(stored.goals).map((id) => [id, []] as const) };
  const filled = names ?? (own ? namesOf(own, before) : before);
  return { ...stored, names: filled, controls: controls ?? (own ? controlsOf(own.device, { named: filled.campaigns.map(([id]) => id) }) : {}) };
}
