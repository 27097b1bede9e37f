import type { ModelQuality } from '@tactful/protocol';
import type { JSX } from 'preact';
import type { Format } from '../format/createFormat.ts';
import { Table } from '../parts/Table.tsx';
import { word } from '../words/word.ts';

const SIDE = 160;

/** What was said beside what came true: on the line both agree, below it was said too often. The larger a point, the more moments. The numbers stand beside it. */
export function CalibrationPlot({ bins, format }: { readonly bins: ModelQuality['calibration']; readonly format: Format }): JSX.Element {
  const most = Math.max(1, ...bins.map(({ sessions }) => sessions));
  return (
    <div class="calibration">
      <svg viewBox={`0 0 ${SIDE} ${SIDE}`} width={SIDE} height={SIDE} aria-hidden="true">
        <rect class="plot-frame" x="0.5" y="0.5" width={SIDE - 1} height={SIDE - 1} />
        <line class="plot-even" x1="0" y1={SIDE} x2={SIDE} y2="0" />
        {bins.map(({ said, was, sessions }) => <circle key={said} class="interval-at" cx={said * SIDE} cy={(1 - was) * SIDE} r={2 + 5 * Math.sqrt(sessions / most)} />)}
      </svg>
      <Table label={word('model.calibration')} rows={bins} id={bin => String(bin.said)} columns={[
        { title: word('model.said'), cell: ({ said }) => format.share(said) },
        { title: word('model.was'), number: true, cell: ({ was }) => format.share(was) },
        { title: word('model.moments'), number: true, cell: ({ sessions }) => format.count(sessions) },
      ]} />
    </div>
  );
}
