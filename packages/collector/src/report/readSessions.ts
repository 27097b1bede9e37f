import type { SessionDetail, SessionRow } from '@tactful/protocol';
import type { AppContext } from '../AppEnv.ts';
import { allShards } from '../shard/allShards.ts';
import type { SessionPlace } from '../shard/reportStore.ts';
import { createModelStore } from '../store/modelStore.ts';
import { byLastChange } from './byLastChange.ts';

/** One page of sessions over all shards, by their last change, newest first; from the one after `after`. */
export async function readSessions(c: AppContext, limit: number, after?: SessionPlace): Promise<readonly SessionRow[]> {
  const rows = await allShards(c.env, c.get('site'), (shard) => shard.sessions(limit, after));
  return rows.flat().sort(byLastChange).slice(0, limit);
}

/** The session of the path, whichever shard has it, and what was learned of the model that scored it. */
export async function readSession(c: AppContext): Promise<SessionDetail | null> {
  const id = c.req.param('session') ?? '';
  const site = c.get('site');
  const found = (await allShards(c.env, site, (shard) => shard.session(id))).find((detail) => detail !== null);
  return found ? { ...found, model: await createModelStore(c.env.DB).named(site.id, found.summary.model) } : null;
}
