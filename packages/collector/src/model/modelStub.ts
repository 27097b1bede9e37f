import type { Remote } from '../store/Remote.ts';
import type { Model } from './Model.ts';

/** What learns for a site. */
export function modelStub(env: Env, site: string): Remote<Model> {
  return env.MODEL.get(env.MODEL.idFromName(site)) as unknown as Remote<Model>;
}
