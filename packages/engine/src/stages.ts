import type { DeviceCondition, SummaryBody, EpochMs, Milliseconds, Probability, Scalar } from '@tactful/protocol';
import type { Clause, Core } from './memory.ts';
import type { Observation } from './observation.ts';
import type { Read } from './summarize/TOLD.ts';

/**
 * What the reducer leaves to the other stages. A page loads those when they are wanted: `DECIDE` once an opportunity is
 * open, `KEEP` where something may be kept, `SENSE` where the configuration wants it. Until then each is {@link nothing}.
 */
export interface Stages {
  /** An opportunity that nobody took closes: the gate in its way is counted. */
  shut(core: Core, id: string): void;
  /** When time alone may open the gate in the way of an opportunity, on the device's clock. */
  opensAt(core: Core, id: string): EpochMs | void;
  /** Shadow campaigns take their chance unseen, as soon as they could. */
  shadows(core: Core): void;
  /** What comes of exposures, and what other tabs tell of them; before the observation is folded in. */
  answer(core: Core, observation: Observation): void;
  /** Whether an event's parameters meet a condition; nothing while that can't be told. */
  meets(where: DeviceCondition, props: Readonly<Record<string, Scalar>>): boolean | void;
  /** A named event, which may be a goal. */
  goal(core: Core, name: string, props: Readonly<Record<string, Scalar>>): void;
  /** One of the moments came at which features are kept. */
  snapshot(core: Core, on: SummaryBody['snapshots'][number]['on']): void;
  /** The finer senses: time passed; or, with an observation, that was folded in. */
  sense(core: Core, observation?: Observation): void;
  /** The features that they count, each with how it is read; nothing where they are not there. */
  feels(): [name: string, read: Read<number>][] | void;
  /** One of those, or an intent, by its name: nothing, and so unknown. */
  felt(core: Core, name: string): number | void;
  /** When time alone may change what they tell, or lift one intent to a bound or lower it from there; on the device's clock. */
  soon(core: Core, intent?: string, bound?: Probability): EpochMs | void;
  /** A step of a sequence happened. */
  step(core: Core, clause: Clause): void;
  /** What only summaries count: of an observation, before it is folded in; */
  count(core: Core, observation: Observation): void;
  /** of a named signal; */
  signal(core: Core, id: string): void;
  /** of active time on the present page. */
  time(core: Core, span: Milliseconds): void;
}
