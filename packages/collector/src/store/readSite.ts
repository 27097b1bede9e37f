import type { Milliseconds } from '@tactful/protocol';
import type { AppContext } from '../AppEnv.ts';
import type { Site } from './siteStore.ts';

/**
 * What another instance of the Worker changed is known here this much later. A device asks again for a configuration older than 30 s before it acts, and its
 * browser may keep one for 15 s: within 60 s of publishing nothing outdated is shown, with room to spare.
 */
const KEPT_MS: Milliseconds = 5_000;

/** The site of a public key; null where there is none. Remembered for some seconds, so that a rush on one key is not a rush on the database, which all sites share. */
export async function readSite(c: AppContext, key: string): Promise<Site | null> {
  const { sites } = c.get('memory');
  const now = Date.now();
  const held = sites.get(key);
  if (held && now >= held.at && now - held.at < KEPT_MS) return held.site;
  const site = await c.get('stores').sites.byKey(key);
  // One that is unknown is asked for again: whoever makes keys up would push out those that exist.
  if (site) sites.put(key, { site, at: now });
  return site;
}
