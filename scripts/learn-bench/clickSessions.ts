import { readTable } from '../cli/readTable.ts';
import { refuse } from '../cli/refuse.ts';
import type { Table } from '../learn/tableOf.ts';

/** One session of Coveo's sample: kinds of events in order, seconds until the next, and whether it ended with a purchase. */
export interface ClickSession { readonly kinds: readonly number[]; readonly seconds: readonly number[]; readonly bought: boolean }

const VIEW = 1, PRODUCT = 2, ADD = 3, REMOVE = 4, CLICK = 6;

/** Reads Coveo's intent sample. @throws Error with a code. */
export function clickSessions(path: string): readonly ClickSession[] {
  return readTable(path, ['event_sequence', 'event_time', 'label']).map((row, at) => {
    const [kinds, times] = ['event_sequence', 'event_time'].map((name) => {
      const list = /^\[[\d., ]*\]$/.test(row[name]!) ? JSON.parse(row[name]!) as number[] : undefined;
      if (!list) throw refuse('wrong_type', `Row ${at + 1}: ${name} is no list of numbers.`);
      return list;
    }) as [number[], number[]];
    return { kinds, seconds: times.map((ms) => ms / 1_000), bought: row['label'] === '1' };
  });
}

/** What a page would know after the first `count` events: of each kind how many, how long, how lately. Sessions that were shorter are left out. */
export const afterEvents = (sessions: readonly ClickSession[], count: number): Table => tableOf(sessions.filter(({ kinds }) => kinds.length > count).map((session) => ({ session, end: count })));

/** The same `count` events after the first thing went into the cart. */
export const afterAdding = (sessions: readonly ClickSession[], count: number): Table => tableOf(sessions
  .filter(({ kinds }) => kinds.includes(ADD) && kinds.length > kinds.indexOf(ADD) + count)
  .map((session) => ({ session, end: session.kinds.indexOf(ADD) + 1 + count })));

function tableOf(cut: readonly { readonly session: ClickSession; readonly end: number }[]): Table {
  const parts = cut.map(({ session: { kinds, seconds }, end }) => ({ kinds: kinds.slice(0, end), seconds: seconds.slice(0, end) }));
  type Part = (typeof parts)[number];
  const column = (name: string, of: (part: Part) => number) => ({ name, values: Float64Array.from(parts, of) });
  const count = (kind: number) => ({ kinds }: Part): number => kinds.filter((one) => one === kind).length;
  const time = (kind: number) => ({ kinds, seconds }: Part): number => seconds.reduce((sum, one, at) => sum + (kinds[at] === kind ? one : 0), 0);
  const since = (kind: number) => ({ kinds }: Part): number => (kinds.includes(kind) ? kinds.length - 1 - kinds.lastIndexOf(kind) : NaN);
  return {
    labels: Float64Array.from(cut, ({ session }) => +session.bought),
    categories: [],
    numbers: [
      column('events', ({ kinds }) => kinds.length),
      column('seconds', ({ seconds }) => seconds.reduce((sum, one) => sum + one, 0)),
      column('last seconds', ({ seconds }) => seconds.at(-1)!),
      column('last kind is product', ({ kinds }) => +(kinds.at(-1) === PRODUCT)),
      ...([['views', VIEW], ['products', PRODUCT], ['added', ADD], ['removed', REMOVE], ['clicks', CLICK]] as const).flatMap(([name, kind]) => [column(name, count(kind)), column(`${name} seconds`, time(kind)), column(`since ${name}`, since(kind))]),
    ],
  };
}
