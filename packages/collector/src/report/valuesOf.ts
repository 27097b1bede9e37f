const MILLS = 1_000;

/** Rollup sums of one campaign's arm, by measure (`countVisitor`). */
export type Measures = Readonly<Record<string, number>>;

/** What the visitors of one class of value (`valueClass`) brought, and what was known of them beforehand (`ArmSums`). */
export interface Values { readonly buyers: number; readonly value: number; readonly valueSquares: number; readonly x: number; readonly xSquares: number; readonly products: number }

/** Values of one arm's visitors, by class. */
export type ValueClasses = ReadonlyMap<string, Values>;

/** What one arm's visitors did. `products`: of `x` and conversions. */
export interface ArmTally {
  readonly visitors: number; readonly impressions: number; readonly conversions: number; readonly x: number; readonly xSquares: number; readonly products: number;
  readonly classes: ValueClasses;
  /** Visitors by control's share when they were drawn. */
  readonly drawn: ReadonlyMap<number, number>;
}

/** Reads one arm off its sums. */
export function tallyOf(measures: Measures): ArmTally {
  const n = (measure: string): number => measures[measure] ?? 0;
  const classes = Object.entries(measures).flatMap(([measure, buyers]) => {
    if (!measure.startsWith('buyers:') || buyers <= 0) return [];
    const among = measure.slice('buyers:'.length);
    const of = (name: string): number => n(`${name}:${among}`);
    return [[among, { buyers, value: of('mills') / MILLS, valueSquares: of('mills2') / MILLS ** 2, x: of('x'), xSquares: of('x2'), products: of('xmills') / MILLS }] as const];
  });
  const drawn = Object.entries(measures).flatMap(([measure, visitors]) => (measure.startsWith('drawn:') ? [[Number(measure.slice('drawn:'.length)) / 1e6, visitors] as const] : []));
  return { visitors: n('visitors'), impressions: n('impressions'), conversions: n('conversions'), x: n('x'), xSquares: n('x2'), products: n('xy'), classes: new Map(classes), drawn: new Map(drawn) };
}

/** Sums of the classes that `may` lets in. */
export function sumValues(classes: ValueClasses, may: (among: string) => boolean): Values {
  const sum = { buyers: 0, value: 0, valueSquares: 0, x: 0, xSquares: 0, products: 0 };
  for (const [among, values] of classes) {
    if (!may(among)) continue;
    sum.buyers += values.buyers;
    sum.value += values.value;
    sum.valueSquares += values.valueSquares;
    sum.x += values.x;
    sum.xSquares += values.xSquares;
    sum.products += values.products;
  }
  return sum;
}
