import { join } from 'node:path';
import { shopperSessions } from '../bench-intents/shopperSessions.ts';
import { readTable } from '../cli/readTable.ts';
import type { Table } from '../learn/tableOf.ts';

/** What is known of a session: to a page alone; to it and a table of the site's exit rates; to the site's statistics, sales among them. */
export type Known = 'page' | 'exit' | 'all';

const NUMBERS = { page: ['Administrative_Duration', 'Informational_Duration', 'SpecialDay'], exit: ['ExitRates', 'BounceRates'], all: ['PageValues'] } as const;
const CATEGORIES = { page: ['Month', 'OperatingSystems', 'Browser', 'TrafficType', 'VisitorType', 'Weekend'], exit: [], all: ['Region'] } as const;
const TIERS: readonly Known[] = ['page', 'exit', 'all'];

/** UCI Online Shoppers as a table to learn from: the product's features where it has them, the data's own columns beside them. */
export function shopperTable(folder: string, known: Known): Table {
  const tiers = TIERS.slice(0, TIERS.indexOf(known) + 1);
  const [numbers, categories] = [tiers.flatMap((tier) => NUMBERS[tier]), tiers.flatMap((tier) => CATEGORIES[tier])];
  const sessions = shopperSessions(folder);
  const rows = readTable(join(folder, 'online_shoppers_intention.csv.gz'), [...numbers, ...categories]);
  return {
    labels: Float64Array.from(sessions, ({ is }) => +is),
    numbers: [
      ...Object.keys(sessions[0]!.features).map((name) => ({ name, values: Float64Array.from(sessions, ({ features }) => features[name] ?? NaN) })),
      ...numbers.map((name) => ({ name, values: Float64Array.from(rows, (row) => Number(row[name])) })),
    ],
    categories: categories.map((name) => ({ name, cells: rows.map((row) => row[name]!) })),
  };
}
