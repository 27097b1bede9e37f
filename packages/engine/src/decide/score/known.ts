import type { Scalar } from '@tactful/protocol';

/** What is no finite number is unknown: NaN, which is not itself, and with which no comparison holds. */
export const known = (value: Scalar | undefined): number => (Number.isFinite(value) ? value as number : NaN);
