/** One figure beside its budget. */
export interface Figure { readonly what: string; readonly is: number; readonly most: number; readonly unit: string }

/** Prints the figures as a table; false when one is over its budget. */
export function judge(figures: readonly Figure[]): boolean {
  const width = Math.max(...figures.map(({ what }) => what.length));
  const write = (n: number, unit: string): string => `${n.toLocaleString('en-US')}${unit && ` ${unit}`}`.padStart(9);
  for (const { what, is, most, unit } of figures) {
    console.log(`${what.padEnd(width)} ${write(is, unit)}  of ${write(most, unit)}  ${is <= most ? '' : 'OVER'}`);
  }
  return figures.every(({ is, most }) => is <= most);
}
