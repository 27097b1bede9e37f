import type { Remote } from '../store/Remote.ts';
import type { Profile } from './Profile.ts';

/** A user of a site, by what stands for them at the edge. */
export function profileStub(env: Env, site: string, user: string): Remote<Profile> {
  return env.PROFILE.get(env.PROFILE.idFromName(`${site}/${user}`)) as unknown as Remote<Profile>;
}
