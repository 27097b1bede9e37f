import type { ThresholdReport } from '@tactful/protocol';
import type { JSX } from 'preact';
import type { Desk } from '../app/Desk.ts';
import { useResource } from '../app/useResource.ts';
import type { Format } from '../format/createFormat.ts';
import { Loaded } from '../parts/Loaded.tsx';
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
        <table class="arms">
          <thead><tr>{(['score', 'treated', 'control', 'treatedRate', 'controlRate', 'unwanted.share', 'helped'] as const).map(name => <th key={name} scope="col">{word(`threshold.${name}`)}</th>)}</tr></thead>
          <tbody>{bands.map(({ low, treated, control, treatedConverted, controlConverted, unwanted, helped, unhelpful }) => (
            <tr key={low}>
              <th scope="row">{word('threshold.band', { low, high: (low * 10 + 1) / 10 })}</th>
              <td>{format.count(treated)}</td><td>{format.count(control)}</td><td>{rate(treatedConverted, treated)}</td><td>{rate(controlConverted, control)}</td><td>{share(unwanted, treated)}</td>
              <td>{helped + unhelpful > 0 ? word('threshold.helped.of', { n: format.count(helped), of: format.count(helped + unhelpful) }) : '–'}</td>
            </tr>
          ))}</tbody>
        </table>
      )}
      <p class="note">{word('threshold.note')}</p>
    </>
  );
}
