import type { Milliseconds } from '@tactful/protocol';
import { begin } from './begin.ts';
import { each } from './decide/each.ts';
import { occur } from './decide/occur.ts';
import { prepare } from './decide/prepare.ts';
import { ripen } from './decide/ripen.ts';
import type { EngineOptions } from './engine.ts';
import type { Core, Memory } from './memory.ts';
import { record } from './record.ts';
import type { Stages } from './stages.ts';
import { arrive } from './summarize/arrive.ts';
import { fold } from './summarize/fold.ts';
import { passTime } from './summarize/passTime.ts';

/** How what was laid over a new memory stands to it. */
export interface Laid {
  /** Added to the device's clock. */
  readonly shift: Milliseconds;
  /** Another session on the same page: the place is entered again. */
  readonly fresh?: boolean;
}
/** Lays what an engine goes on from over a new memory; what is no memory of it may be another engine's, and is not taken. */
export type Lay = (memory: Memory, options: EngineOptions) => Laid | void;

/** An engine as plain state, which the stages are functions over. */
export function createCore(options: EngineOptions & { readonly stages: Stages }, lay?: Lay): Core {
  const memory = begin(options);
  const remembered = Object.keys(memory);
  const { shift = 0, fresh }: Partial<Laid> = lay && lay(memory, options) || {};
  memory.tally.config = options.config.version;
  const core: Core = {
    ...memory, ...options, ...(options.prepared || prepare(options.config)), at: memory.at,
    occur, each, now: 0, urgent: false, shift, stale: !!lay, looks: record(), unsure: [], remembered,
  };
  for (const id in core.open) if (!core.campaigns[id]) delete core.open[id];
  passTime(core, core.at);
  arrive(core);
  if (fresh && core.places.length) fold(core, { kind: 'page', at: core.at, page: core.page, type: core.type });
  ripen(core);
  return core;
}
