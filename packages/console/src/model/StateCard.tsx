import type { IntentState, ModelStateReport, ModelTrial } from '@tactful/protocol';
import type { JSX } from 'preact';
import type { Desk } from '../app/Desk.ts';
import { Card } from '../parts/Card.tsx';
import { Stat } from '../parts/Stat.tsx';
import { Table } from '../parts/Table.tsx';
import { word } from '../words/word.ts';
import { CalibrationPlot } from './CalibrationPlot.tsx';
import { DriverBars } from './DriverBars.tsx';
import { unitText } from './unitText.ts';

const LISTED = 10;

/** One learned state: what is served, how the last training ended, what drives it, how what it says compares with what came true, and how it did since. */
export function StateCard({ desk, state, report: { trial, served, looks, alarm } }: { readonly desk: Desk; readonly state: IntentState; readonly report: ModelStateReport }): JSX.Element {
  const { format } = desk;
  const quality = served?.quality;
  const last = looks.at(-1);
  // Only what was learned can drift: the last look may be at what was served before.
  const latest = last && Boolean(last.drift) === Boolean(served) ? last : undefined;
  const moved = Object.entries(latest?.drift?.features ?? {}).sort(([, a], [, b]) => b - a).map(([name]) => name);
  return (
    <Card title={word(`learned.${state as 'abandon'}`)} note={word(`learned.${state as 'abandon'}.means`)} wide>
      {alarm !== null && <p class="banner warn" role="alert">{word('model.alarm', { date: format.dateTime(alarm) })}</p>}
      <p>{served ? word('model.served', { version: served.version }) : word('model.expert')} {trial && endText(trial, desk)}</p>
      <dl class="stats">
        {latest && <Stat name={word('model.auc')} value={format.number(latest.auc)} note={word('model.auc.note')} />}
        {quality && <Stat name={word('model.auc.published')} value={format.number(quality.auc)} />}
        {quality && <Stat name={word('model.f1.published')} value={format.number(quality.f1)} />}
        {trial && <Stat name={word('model.samples')} value={format.count(trial.samples)} note={word('model.samples.note', { positives: format.count(trial.positives), visitors: format.count(trial.visitors) })} />}
      </dl>
      {served && (
        <div class="model-sides">
          <section><h3>{word('model.drivers')}</h3><DriverBars importance={served.importance} format={format} /></section>
          <section><h3>{word('model.calibration')}</h3><CalibrationPlot bins={served.quality.calibration} format={format} /></section>
        </div>
      )}
      {looks.length > 0 && (
        <Table label={word('model.looks')} rows={looks.slice(-LISTED).reverse()} id={look => String(look.at)} columns={[
          { title: word('model.looks'), cell: look => format.dateTime(look.at) },
          { title: word('model.auc'), number: true, cell: look => format.number(look.auc) },
          { title: word('model.f1'), number: true, cell: look => format.number(look.f1) },
          { title: word('model.drift'), number: true, cell: look => look.drift ? format.number(look.drift.score) : word('model.drift.none') },
        ]} />
      )}
      {moved.length > 0 && <p class="note">{word('model.drift.moved', { features: moved.map(unitText).join('; ') })}</p>}
    </Card>
  );
}

function endText({ end, at, auc, samples, positives, visitors }: ModelTrial, { format }: Desk): string {
  const figures = { samples: format.count(samples), positives: format.count(positives), others: format.count(samples - positives), visitors: format.count(visitors), date: format.dateTime(at) };
  return word(`model.end.${end}`, { ...figures, challenger: auc ? format.number(auc.challenger) : '', champion: auc ? format.number(auc.champion) : '' });
}
