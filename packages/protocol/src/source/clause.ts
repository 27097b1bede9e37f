import * as v from 'valibot';
import { CLAUSES, TOPICS, type ClauseRow, type Parameter, type ParameterType, type Topic } from '../clauses.ts';
import { STATES } from '../features.ts';
import { LIMITS } from '../limits.ts';
import { count, duration, id, label, number, selector } from './atoms.ts';
import { condition, type ConditionSource } from './condition.ts';

interface ValueOf {
  duration: string; count: number; percent: number; share: number; page: string; target: string; event: string; signal: string;
  names: readonly string[]; condition: ConditionSource; topic: Topic; state: (typeof STATES)[number]; clauses: readonly StepSource[];
}
type Row = (typeof CLAUSES)[number];
type ParameterOf<R extends Row> = R['parameters'][number];
type Given<P> = P extends { readonly required: true; readonly name: string } ? P['name'] : never;
type Source<R extends Row> = R extends Row
  ? { readonly on: R['kind'] }
    & { readonly [P in ParameterOf<R> as Given<P>]: ValueOf[P['type']] }
    & { readonly [P in ParameterOf<R> as Exclude<P['name'], Given<P>>]?: ValueOf[P['type']] }
  : never;

/** One trigger clause as an author writes it. */
export type ClauseSource = Source<Row>;
/** One step of a sequence. */
type StepSource = { readonly on: Exclude<Row['kind'], 'sequence'>; readonly [parameter: string]: unknown };

const SCHEMAS: { readonly [K in ParameterType]: (row: Parameter) => v.GenericSchema } = {
  duration: ({ min = 0, max = LIMITS.withinMs }) => duration(min, max),
  count: ({ min = 1, max = 100 }) => count(min, max),
  percent: ({ min = 1, max = 100 }) => number(min, max),
  share: ({ min = 0, max = 1 }) => number(min, max),
  page: () => label,
  target: () => selector,
  event: () => label,
  signal: () => id,
  names: ({ min = 1, max = 10 }) => v.pipe(v.array(label), v.minLength(min), v.maxLength(max)),
  condition: () => condition,
  topic: () => v.picklist(TOPICS),
  state: () => v.picklist(STATES),
  // Late: the steps are clauses themselves.
  clauses: ({ min = 1, max = 5 }) => v.pipe(v.array(v.lazy(() => step)), v.minLength(min), v.maxLength(max)),
};

function clauseSchema({ kind, parameters, oneOf }: ClauseRow) {
  const entries: Record<string, v.GenericSchema> = {};
  for (const row of parameters) {
    const schema = SCHEMAS[row.type](row);
    entries[row.name] = row.required ? schema : v.exactOptional(schema);
  }
  const schema = v.strictObject({ on: v.literal(kind), ...entries });
  return oneOf ? v.pipe(schema, v.check((value) => oneOf.some((name) => name in value), 'missing')) : schema;
}

const rows = CLAUSES as readonly ClauseRow[];
const step: v.GenericSchema = v.variant('on', rows.filter(({ kind }) => kind !== 'sequence').map(clauseSchema));

export const clause = v.variant('on', rows.map(clauseSchema)) as unknown as v.GenericSchema<unknown, ClauseSource>;

const clauses = v.pipe(v.array(clause), v.minLength(1), v.maxLength(LIMITS.clausesPerTrigger));

/** `any` fires with one clause; `all` when each fired within `within` (absent: the session) and the last one now. */
export const trigger = v.pipe(
  v.strictObject({ any: v.exactOptional(clauses), all: v.exactOptional(clauses), within: v.exactOptional(duration(1_000, LIMITS.withinMs)) }),
  v.check((value) => Boolean(value.any ?? value.all), 'missing'),
  v.check((value) => !(value.any && (value.all ?? value.within)), 'ambiguous'),
);
export type TriggerSource = v.InferOutput<typeof trigger>;
