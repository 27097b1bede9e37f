import type { EpochMs, Milliseconds, Scalar } from '@tactful/protocol';
import type { Campaign, Clause } from './decide/clause.ts';
import type { Compiled } from './decide/compile.ts';
import type { EngineOptions } from './engine.ts';
import type { Caps } from './observation.ts';
import type { State, Tally } from './state.ts';

/** All that the stages share: the engine's one memory. */
export interface Core extends Compiled {
  readonly options: EngineOptions;
  readonly state: State;
  readonly tally: Tally;
  caps: { -readonly [Key in keyof Caps]: Caps[Key] };
  /** Trusted time. */
  now: EpochMs;
  /** What of the index listens on the present page. */
  here: Record<string, unknown[]>[];
  /** Clauses whose place holds now (page entered, element in view or under the pointer). */
  readonly waiting: Set<Clause>;
  /** Earliest end of a wait, on the active clock; −1 when it must be looked for. */
  soonest: number;
  /** Campaigns with an opportunity, best first. */
  readonly open: Campaign[];
  /** Features as last read; null when something changed since. */
  features: Record<string, Scalar | undefined> | null;
  urgent: boolean;
  /** Added to the device's clock, where it went back between two loads. */
  shift: Milliseconds;
  /** The state came from an earlier load, and no page was entered since. */
  restored: boolean;
}
