import type { DeviceConfig } from '@tactful/protocol';
import { afterAll, beforeAll } from 'vitest';
import { openStage, type Stage } from './openStage.ts';

/** The site of a file's tests: opened before the first, closed after the last. */
export function useSite(config: DeviceConfig): () => Stage {
  let stage: Stage;
  beforeAll(async () => { stage = await openStage(config); });
  afterAll(() => stage.close());
  return () => stage;
}
