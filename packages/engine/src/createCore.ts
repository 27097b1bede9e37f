import { begin } from './begin.ts';
import { prepare } from './decide/prepare.ts';
import { ripen } from './decide/ripen.ts';
import type { EngineOptions } from './engine.ts';
import type { Core, Memory } from './memory.ts';
import { record } from './record.ts';
import type { Stages } from './stages.ts';
import { enter } from './summarize/enter.ts';
import { listen } from './summarize/listen.ts';
import { passTime } from './summarize/passTime.ts';

/** What an engine goes on from. */
export interface From {
  /** A memory, or an engine that ends with this. */
  readonly memory: Memory;
  /** Added to the device's clock. */
  readonly shift?: number;
  /** Another session on the same page: the place is entered again. */
  readonly fresh?: boolean;
}

/** An engine as plain state, which the stages are functions over: a new one, or one that goes on under this configuration. */
export function createCore(options: EngineOptions & { readonly stages: Stages }, from?: From): Core {
  const { shift = 0, fresh } = from || {};
  const memory = begin(options) as any;
  if (from) for (const name in memory) memory[name] = from.memory[name as keyof Memory];
  memory.tally.config = options.config.version;
  const core: Core = { ...options, ...(options.prepared || prepare(options.config)), here: [], now: 0, urgent: false, shift, stale: !!from, looks: record(), ...memory };
  for (const id in core.open) if (!core.campaigns[id]) delete core.open[id];
  passTime(core, core.at);
  listen(core);
  if (fresh && core.places.length) enter(core, core.page, core.type);
  ripen(core);
  return core;
}
