/** Draws from 0 up to 1. */
export type Dice = () => number;

/** Dice that fall the same way for the same seed, a whole number (mulberry32, by T. Ettinger, public domain). */
export function createDice(seed: number): Dice {
  let state = seed | 0;
  return () => {
    state = state + 0x6d2b79f5 | 0;
    let mixed = Math.imul(state ^ state >>> 15, 1 | state);
    mixed = mixed + Math.imul(mixed ^ mixed >>> 7, 61 | mixed) ^ mixed;
    return ((mixed ^ mixed >>> 14) >>> 0) / 4_294_967_296;
  };
}

/** The whole numbers below `count`, shuffled (Fisher and Yates). */
export function shuffle(count: number, dice: Dice): Int32Array {
  const list = Int32Array.from({ length: count }, (_one, at) => at);
  for (let last = count - 1; last > 0; last--) {
    const at = Math.floor(dice() * (last + 1));
    [list[last], list[at]] = [list[at]!, list[last]!];
  }
  return list;
}

/** The whole numbers below `count` that are drawn, each with the chance `share`, in rising order. */
export function drawRows(count: number, share: number, dice: Dice): Int32Array {
  const drawn = new Int32Array(count);
  let size = 0;
  for (let row = 0; row < count; row++) if (dice() < share) drawn[size++] = row;
  return drawn.subarray(0, size);
}
