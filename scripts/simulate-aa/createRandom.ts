/** Draws that repeat from run to run. */
export interface Random {
  /** From 0 up to, and without, 1. */
  readonly even: () => number;
  /** Gauss: mean 0, deviation 1. */
  readonly normal: () => number;
}

/** Chris Doty-Humphrey's sfc32 (PractRand, public domain): a simulation draws more often than a generator of 31 bits has numbers. */
export function createRandom(seed: number): Random {
  let [a, b, c, count] = [0, seed | 0, 0, 1];
  const even = (): number => {
    const sum = (a + b | 0) + count | 0;
    count = count + 1 | 0;
    a = b ^ b >>> 9;
    b = c + (c << 3) | 0;
    c = (c << 21 | c >>> 11) + sum | 0;
    return (sum >>> 0) / 4_294_967_296;
  };
  for (let warm = 0; warm < 20; warm++) even();
  return { even, normal: () => Math.sqrt(-2 * Math.log(1 - even())) * Math.cos(2 * Math.PI * even()) };
}
