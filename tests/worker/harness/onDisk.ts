import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import type { OnDisk } from './startOnDisk.ts';
import { startReceiver } from './startReceiver.ts';

/** A folder for a file's Workers, and a receiver of their webhooks; both gone when its tests are through, and whatever is running with them. */
export function onDisk(name: string): { readonly folder: string; running?: OnDisk; receiver: Awaited<ReturnType<typeof startReceiver>> } {
  const stage = { folder: mkdtempSync(join(tmpdir(), `tactful-${name}-`)) } as ReturnType<typeof onDisk>;
  beforeAll(async () => { stage.receiver = await startReceiver(); });
  afterAll(async () => {
    await stage.running?.kill();
    await stage.receiver.close();
    rmSync(stage.folder, { recursive: true, force: true });
  });
  return stage;
}
