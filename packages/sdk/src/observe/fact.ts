import type { Observation } from '@tactful/engine';

type WithoutTime<T> = T extends unknown ? Omit<T, 'at'> : never;
/** An observation before its time is set. */
export type Fact = WithoutTime<Observation>;
