import { shardStub } from '../shard/shardStub.ts';
import type { ArchiveNote } from './askForBlocks.ts';

/** `<site>/<day>/<shard>-<block>.ndjson`. */
export const objectName = ({ site, day, shard, block }: ArchiveNote): string => `${site}/${day}/${String(shard).padStart(3, '0')}-${String(block).padStart(6, '0')}.ndjson`;

/** Writes one object of the archive anew, as its rows stand, or deletes it where none is left; then tells the shard. Again changes nothing. */
export async function writeBlock(env: Env & { readonly ARCHIVE: R2Bucket }, note: ArchiveNote): Promise<void> {
  const shard = shardStub(env, note.site, note.shard);
  const held = await shard.archiveBlock(note);
  // Another writer has done it.
  if (!held) return;
  const name = objectName(note);
  if (held.lines === '') await env.ARCHIVE.delete(name);
  else await env.ARCHIVE.put(name, held.lines, { httpMetadata: { contentType: 'application/x-ndjson' } });
  await shard.archived(note.site, held.mark);
}
