import type { SessionDetail, SessionRow } from '@tactful/protocol';
import type { AppContext } from '../AppEnv.ts';
import { allShards } from '../shard/allShards.ts';
import type { SessionPlace } from '../shard/reportStore.ts';
import { byLastChange } from './byLastChange.ts';

/** One page of sessions over all shards, by their last change, newest first; from the one after `after`. */
export async function readSessions(c: AppContext, limit: number, after?: SessionPlace): Promise<readonly SessionRow[]> {
  const rows = await allShards(c.env, c.get('site'), (shard) => shard.sessions(limit, after));
  return rows.flat().sort(byLastChange).slice(0, limit);
}

/** The session of the path, whichever shard has it. */
export async function readSession(c: AppContext): Promise<SessionDetail | null> {
  const id = c.req.param('session') ?? '';
  return (await allShards(c.env, c.get('site'), (shard) => shard.session(id))).find((detail) => detail !== null) ?? null;
}
