import type { AppContext } from '../AppEnv.ts';
import type { SiteFacts } from './SiteFacts.ts';
import type { Site } from './siteStore.ts';

const NONE: SiteFacts = { halt: false, goals: {}, controls: {}, offers: {}, names: { pages: [], signals: [], events: [], campaigns: [] } };

/** Facts of the live configuration; remembered, because a publication never changes. */
export async function readFacts(c: AppContext, { id, version }: Pick<Site, 'id' | 'version'>): Promise<SiteFacts> {
  if (version === 0) return NONE;
  const { facts } = c.get('memory');
  const name = `${id}/${version}`;
  return facts.get(name) ?? facts.put(name, await c.get('stores').configs.facts(id, version) ?? NONE);
}
