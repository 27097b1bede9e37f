import type { Remote } from '../store/Remote.ts';
import type { SiteDesk } from './SiteDesk.ts';

/** A site's desk. */
export function deskStub(env: Env, site: string): Remote<SiteDesk> {
  return env.DESK.get(env.DESK.idFromName(site)) as unknown as Remote<SiteDesk>;
}
