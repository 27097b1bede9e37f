import type { ShardSession } from '@tactful/protocol';
import type { CsvRow } from './writeCsv.ts';

const record = (table: string, rows: Readonly<Record<string, number>>): readonly CsvRow[] => Object.entries(rows).map(([name, n]) => [table, name, 'n', n]);
const measures = (table: string, rows: Readonly<Record<string, Readonly<Record<string, unknown>>>>): readonly CsvRow[] =>
  Object.entries(rows).flatMap(([name, fields]) => listed(table, name, fields));
const listed = (table: string, name: string, fields: object): readonly CsvRow[] =>
  Object.entries(fields).flatMap(([measure, value]): CsvRow[] => (['string', 'number', 'boolean'].includes(typeof value) ? [[table, name, measure, value as string | number | boolean]] : []));

/** All tables of one session in one: a row to each value. */
export function sessionValues({ bot, summary }: ShardSession): readonly CsvRow[] {
  const { session, startedAt, durationMs, activeMs, context, cart, config, sdk } = summary;
  return [
    ['session', session, 'bot', bot], ...listed('session', session, { startedAt: new Date(startedAt).toISOString(), durationMs, activeMs, config, sdk, ...context }),
    ...listed('cart', '', cart), ...measures('pages', summary.pages as never), ...measures('signals', summary.signals as never),
    ...record('counts', summary.counts), ...record('features', summary.features), ...measures('intents', summary.intents as never), ...measures('gates', summary.gates as never),
    ...summary.exposures.flatMap(({ id, trace: _trace, ...fields }) => listed('exposures', id, fields)),
    ...summary.goals.flatMap(({ id, ...fields }) => listed('goals', id, fields)), ...record('loss', summary.loss),
  ];
}
