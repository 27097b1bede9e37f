import type { Backtest, BacktestBounds, BacktestReport } from '@tactful/protocol';
import type { JSX } from 'preact';
import type { Format } from '../format/createFormat.ts';
import { Table } from '../parts/Table.tsx';
import { word } from '../words/word.ts';

/** In how many stored sessions each campaign of a draft could have shown, at least and at most. */
export function BoundsTable({ backtest: { sessions, skipped, since, campaigns }, format }: { readonly backtest: Backtest; readonly format: Format }): JSX.Element {
  const between = ({ atLeast, atMost }: BacktestBounds): string => atMost === null ? word('check.open', { least: format.count(atLeast) })
    : atLeast === atMost ? format.count(atLeast) : word('check.between', { least: format.count(atLeast), most: format.count(atMost) });
  const left = skipped > 0 ? ` ${word('check.skipped', { n: format.count(skipped) })}` : '';
  return (
    <section class="tried">
      <h3>{word('check.sessions')}</h3>
      <p class="note">{(since === undefined ? word('check.none') : word('check.looked', { n: format.count(sessions), date: format.dateTime(since) })) + left}</p>
      {sessions > 0 && <Table
        wordy label={word('check.sessions')} rows={campaigns} id={({ id }) => id}
        columns={[
          { title: word('check.campaign'), cell: ({ id }) => <code>{id}</code> },
          ...(['both', 'trigger', 'conditions'] as const).map(part => ({ title: word(`check.${part}`), number: true, cell: (campaign: BacktestReport) => between(campaign[part]) })),
        ]}
      />}
    </section>
  );
}
