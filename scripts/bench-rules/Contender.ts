import type { Facts } from './Facts.ts';

/** Another engine with so many rules made ready. @returns how many of them hold. */
export type Contender = (count: number) => (facts: Facts) => number | Promise<number>;
