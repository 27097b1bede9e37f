import type { ThresholdReport } from '@tactful/protocol';
import type { JSX } from 'preact';
import type { Desk } from '../app/Desk.ts';
import { useResource } from '../app/useResource.ts';
import type { Format } from '../format/createFormat.ts';
import { Loaded } from '../parts/Loaded.tsx';
import { Table } from '../parts/Table.tsx';
import { word } from '../words/word.ts';

/** Whether a campaign's thresholds of scores that nothing answers are better higher: a proposal with what speaks for it, which nobody applies. */
export function ThresholdNote({ desk, campaign }: { readonly desk: Desk; readonly campaign: string }): JSX.Element {
  const reports = useResource(`${desk.site.id}/${campaign}`, () => desk.api.thresholds(desk.site.id, campaign));
  return <Loaded resource={reports} rows={1}>{list => list.map(report => <Threshold key={report.state} report={report} format={desk.format} />)}</Loaded>;
}

function Threshold({ report: { state, from, few, to, why, bands }, format }: { readonly report: ThresholdReport; readonly format: Format }): JSX.Element {
  const share = (n: number, of: number): string => of > 0 ? format.share(n / of) : '–';
  // Of other goals than a purchase nothing is told.
  const isTold = bands.some(({ treatedConverted, controlConverted }) => treatedConverted + controlConverted > 0);
  const rate = (n: number, of: number): string => isTold ? share(n, of) : '–';
  const verdict = why && to !== null ? word(`threshold.${why}`, { to }) : word(few ? 'threshold.few' : 'threshold.none');
  return (
    <>
      <p class="few-title">{word(`threshold.${state}`, { from })} {verdict}</p>
      {bands.length > 0 && (
        <Table label={word('threshold.title')} rows={bands} id={({ low }) => String(low)} columns={[
          { title: word('threshold.score'), cell: ({ low }) => word('threshold.band', { low, high: (low * 10 + 1) / 10 }) },
          { title: word('threshold.treated'), number: true, cell: ({ treated }) => format.count(treated) },
          { title: word('threshold.control'), number: true, cell: ({ control }) => format.count(control) },
          { title: word('threshold.treatedRate'), number: true, cell: ({ treated, treatedConverted }) => rate(treatedConverted, treated) },
          { title: word('threshold.controlRate'), number: true, cell: ({ control, controlConverted }) => rate(controlConverted, control) },
          { title: word('threshold.unwanted.share'), number: true, cell: ({ treated, unwanted }) => share(unwanted, treated) },
          { title: word('threshold.helped'), number: true, cell: ({ helped, unhelpful }) => helped + unhelpful > 0 ? word('threshold.helped.of', { n: format.count(helped), of: format.count(helped + unhelpful) }) : '–' },
        ]} />
      )}
      <p class="note">{word('threshold.note')}</p>
    </>
  );
}
