/** One figure beside its goal, and the bound that it must not fall behind. */
export interface Goal {
  readonly what: string;
  readonly is: number;
  readonly goal: number;
  /** Absent: there is none. */
  readonly bound?: number;
  /** What is had without any of it: chance, a constant, the rules. */
  readonly baseline?: number;
  /** Whether more or less of it is better. */
  readonly better: 'more' | 'less';
  readonly digits?: number;
  readonly unit?: string;
}

/** Prints the figures, and of each whether its goal is reached; false when one is behind its bound. */
export function printGoals(goals: readonly Goal[]): boolean {
  const width = Math.max(...goals.map(({ what }) => what.length));
  const holds = ({ is, better }: Goal, wanted = better === 'more' ? -Infinity : Infinity): boolean => (better === 'more' ? is >= wanted : is <= wanted);
  for (const one of goals) {
    const { what, is, goal, bound, baseline, digits = 3, unit = '' } = one;
    const write = (value: number): string => (value !== 0 && Math.abs(value) < 1e-4 ? value.toExponential(0) : value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits }));
    const word = holds(one, goal) ? 'reached' : !holds(one, bound) ? 'BEHIND ITS BOUND' : bound === undefined ? 'not reached' : 'not reached; within its bound';
    console.log(`${what.padEnd(width)} ${write(is).padStart(9)} ${unit.padEnd(2)}  goal ${write(goal).padStart(6)}${bound === undefined ? '' : `, bound ${write(bound)}`}${baseline === undefined ? '' : `, baseline ${write(baseline)}`}  ${word}`);
  }
  return goals.every((one) => holds(one, one.bound));
}
