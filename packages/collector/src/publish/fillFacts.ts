import type { Compiled } from '@tactful/protocol';
import type { SiteFacts } from '../store/SiteFacts.ts';
import { namesOf } from './namesOf.ts';

/** Facts as stored; those published before names were kept get the names of their own configuration and of every goal. */
export async function fillFacts(stored: Omit<SiteFacts, 'names'> & Partial<SiteFacts>, compiled: () => Promise<Pick<Compiled, 'device'> | null>): Promise<SiteFacts> {
  const { names } = stored;
  if (names) return { ...stored, names };
  const before = { pages: [], signals: [], events: Object.values(stored.goals).map(({ event }) => event), campaigns: Object.keys(stored.goals).map((id) => [id, []] as const) };
  const own = await compiled();
  return { ...stored, names: own ? namesOf(own, before) : before };
}
