import { LOSS_MEANINGS, type Summary } from '@tactful/protocol';
import type { JSX } from 'preact';
import type { Desk } from '../app/Desk.ts';
import { createFormat } from '../format/createFormat.ts';
import { Card } from '../parts/Card.tsx';
import { Stat } from '../parts/Stat.tsx';
import { Table } from '../parts/Table.tsx';
import { word } from '../words/word.ts';
import { wordOr } from '../words/wordOr.ts';
import { cartText } from './cartText.ts';
import { countText, isEvent } from './countText.ts';
import { featureText } from './featureText.ts';
import { stageText } from './stageText.ts';

const lossText = (name: string): string => {
  const text: string = (LOSS_MEANINGS as Readonly<Record<string, string>>)[name] ?? name;
  return text.charAt(0).toUpperCase() + text.slice(1);
};

/** The summary's own contents: pages, cart, signals, counts, features, goals, and what was dropped. Empty ones are left out. */
export function SessionTables({ summary, desk }: { readonly summary: Summary; readonly desk: Desk }): JSX.Element {
  const { format } = desk;
  const sum = (value: number, currency?: string): string => (currency && currency !== desk.site.currency ? createFormat({ locale: desk.locale, currency }) : format).money(value);
  const { cart } = summary;
  const counts = Object.entries(summary.counts);
  return (
    <>
      <Card title={word('session.cart')}>
        <dl class="stats">
          <Stat name={word('cart.stage')} value={stageText(summary)} />
          <Stat name={word('cart.value')} value={cartText(cart, desk)} />
          <Stat name={word('cart.items')} value={format.count(cart.items)} />
          <Stat name={word('cart.idle')} value={format.span(cart.idleMs)} />
          <Stat name={word('cart.revisits')} value={format.count(cart.revisits)} />
        </dl>
      </Card>
      <Listed title={word('session.pages')} rows={Object.entries(summary.pages)} columns={[
        { title: word('page.views'), cell: page => format.count(page.views) },
        { title: word('session.active'), cell: page => format.span(page.activeMs) },
        { title: word('page.episodes'), cell: page => format.count(page.episodes) },
      ]} />
      <Listed title={word('overview.signals')} rows={Object.entries(summary.signals)} columns={[
        { title: word('signal.count'), cell: signal => format.count(signal.count) },
        { title: word('signal.run'), cell: signal => format.count(signal.longestRun) },
      ]} />
      <Listed title={word('session.counts')} rows={counts.filter(([name]) => !isEvent(name)).map(([name, n]) => [name, countText(name, n, format)])} group="count" columns={[{ title: word('feature.value'), cell: text => text }]} />
      <Listed title={word('session.events')} rows={counts.filter(([name]) => isEvent(name))} columns={[{ title: word('signal.count'), cell: n => format.count(n) }]} />
      <Listed title={word('session.features')} rows={Object.entries(summary.features).map(([name, n]) => [name, featureText(name, n, format)])} columns={[{ title: word('feature.value'), cell: text => text }]} />
      <Listed title={word('session.goals')} note={word('goals.note')} rows={summary.goals.map(goal => [goal.event, goal] as const)} columns={[
        { title: word('session.at'), cell: goal => format.dateTime(goal.at) },
        { title: word('goal.value'), cell: goal => goal.value === undefined ? '–' : sum(goal.value, goal.currency) },
      ]} />
      <Listed title={word('session.loss')} rows={Object.entries(summary.loss).map(([name, n]) => [lossText(name), n])} columns={[{ title: word('signal.count'), cell: n => format.count(n) }]} />
    </>
  );
}

function Listed<T>({ title, note, rows, columns, group }: {
  readonly title: string; readonly note?: string; readonly rows: readonly (readonly [string, T])[]; readonly group?: string;
  readonly columns: readonly { readonly title: string; readonly cell: (value: T) => string }[];
}): JSX.Element | null {
  if (rows.length === 0) return null;
  return (
    <Card title={title} note={note}>
      <Table label={title} rows={rows.map((row, index) => ({ row, index }))} id={({ index }) => String(index)} columns={[
        { title: word('name'), cell: ({ row }) => group ? wordOr(group, row[0]) : row[0] },
        ...columns.map(column => ({ title: column.title, number: true, cell: ({ row }: { readonly row: readonly [string, T] }) => column.cell(row[1]) })),
      ]} />
    </Card>
  );
}
