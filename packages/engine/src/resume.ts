import { add } from './add.ts';
import { begin } from './begin.ts';
import type { From } from './createCore.ts';
import type { EngineOptions } from './engine.ts';
import { restore } from './restore.ts';

/** What an engine goes on from that is handed `options.carried`; what cannot be read is counted, and it begins anew. */
export function resume(options: EngineOptions): From | undefined {
  const { carried } = options;
  if (!carried) return;
  const memory = begin(options);
  try {
    return { memory, shift: restore(memory, carried, options), fresh: carried['session'] != options.session };
  } catch (_error) {
    const anew = begin(options);
    add(anew.tally.loss, 'carried');
    return { memory: anew };
  }
}
