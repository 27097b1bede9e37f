/**
 * Whether something happened in a session, as far as its summary tells. `may`: it may have, and nobody can say; `untold`: a summary
 * says nothing of it, for it keeps counts and no order.
 */
export type Told = 'yes' | 'may' | 'no' | 'untold';

/** `yes` where it is certain, `no` where it can't be, otherwise `may`. */
export const between = (least: boolean, most: boolean): Told => (least ? 'yes' : most ? 'may' : 'no');

/** A thing that happened, but perhaps elsewhere or at another time than is asked. */
export const weaken = (told: Told): Told => (told === 'yes' ? 'may' : told);

/** One of them. */
export function anyTold(all: readonly Told[]): Told {
  return (['yes', 'untold', 'may'] as const).find((one) => all.includes(one)) ?? 'no';
}

/** Each of them, but perhaps not together. */
export function allTold(all: readonly Told[]): Told {
  if (all.length === 1) return all[0]!;
  return all.includes('no') ? 'no' : all.every((one) => one === 'untold') ? 'untold' : 'may';
}
