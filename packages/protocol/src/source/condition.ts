import * as v from 'valibot';
import type { Operator, Scalar } from '../device.ts';
import { LIMITS } from '../limits.ts';
import { OPERATORS } from '../operators.ts';
import { label, number, scalar, text } from './atoms.ts';

/** `{ "feature": "cart.value", "gte": 50 }`: exactly one operator. */
export type ComparisonSource = { readonly feature: string } & { readonly [K in Operator]?: Scalar | readonly Scalar[] };

/** Comparisons under `all`, `any` and `not`, read in three-valued logic. */
export type ConditionSource =
  | { readonly all: readonly ConditionSource[] }
  | { readonly any: readonly ConditionSource[] }
  | { readonly not: ConditionSource }
  | ComparisonSource;

const VALUES = {
  scalar, text, boolean: v.boolean(), number: number(-1e12, 1e12),
  list: v.pipe(v.array(scalar), v.minLength(1), v.maxLength(LIMITS.listItems)),
};

const operators = Object.keys(OPERATORS) as Operator[];
const comparison = v.pipe(
  v.strictObject({ feature: label, ...operatorEntries() }),
  v.check((value) => operators.some((name) => name in value), 'missing'),
  v.check((value) => operators.filter((name) => name in value).length < 2, 'ambiguous'),
);

function operatorEntries() {
  return Object.fromEntries(operators.map((name) => [name, v.exactOptional(VALUES[OPERATORS[name].value])]));
}

const list = v.pipe(v.array(v.lazy(() => condition)), v.minLength(1), v.maxLength(LIMITS.conditionsPerCampaign));
const all = v.strictObject({ all: list });
const any = v.strictObject({ any: list });
const not = v.strictObject({ not: v.lazy(() => condition) });

/** The keys say which of the four forms is meant, so that what is wrong is told of that form. */
export const condition: v.GenericSchema<unknown, ConditionSource> = v.lazy((value): v.GenericSchema<unknown, any> => {
  const has = (key: string): boolean => typeof value === 'object' && value !== null && key in value;
  return has('all') ? all : has('any') ? any : has('not') ? not : comparison;
});

/** The comparisons of a condition, with the path of each below it. */
export function comparisonsOf(source: ConditionSource, path: string): { readonly comparison: ComparisonSource; readonly path: string; readonly depth: number }[] {
  if ('feature' in source) return [{ comparison: source, path, depth: 0 }];
  const below = 'not' in source ? comparisonsOf(source.not, `${path}.not`)
    : 'all' in source ? source.all.flatMap((item, index) => comparisonsOf(item, `${path}.all[${index}]`))
      : source.any.flatMap((item, index) => comparisonsOf(item, `${path}.any[${index}]`));
  return below.map((item) => ({ ...item, depth: item.depth + 1 }));
}
