import type { CampaignReport } from '@tactful/protocol';
import type { JSX } from 'preact';
import type { Format } from '../format/createFormat.ts';
import { word } from '../words/word.ts';
import { IntervalBar } from './IntervalBar.tsx';

/** What the campaign is worth: each estimate with its interval, or how many visitors are still wanted. */
export function LiftNote({ campaign, format }: { readonly campaign: CampaignReport; readonly format: Format }): JSX.Element {
  const { lift, treatment, control, wanted, status } = campaign;
  const few = Math.min(treatment.visitors, control.visitors) < wanted;
  if (status === 'shadow') return <div class="few"><p class="few-title">{word('lift.shadow')}</p><p class="note">{word('lift.shadow.body')}</p></div>;
  return (
    <div class="lift">
      {lift
        ? (
          <dl>
            <Estimate name={word('lift.value')} low={lift.low} at={lift.valuePerVisitor} high={lift.high} print={format.difference} />
            <Estimate name={word('lift.conversion')} low={lift.conversionLow} at={lift.conversion} high={lift.conversionHigh} print={format.points} unit={word('lift.points')} />
            <Estimate name={word('lift.incremental')} low={lift.low * treatment.visitors} at={lift.incremental} high={lift.high * treatment.visitors} print={format.difference} />
          </dl>
        )
        : (
          <div class="few">
            <p class="few-title">{word(few ? 'lift.few' : 'lift.flat')}</p>
            <Progress name={word('arm.treatment.column')} have={treatment.visitors} wanted={wanted} format={format} />
            <Progress name={word('arm.control.column')} have={control.visitors} wanted={wanted} format={format} />
            {few && <p class="note">{word('lift.few.body', { m: format.count(wanted) })}</p>}
          </div>
        )}
      {campaign.couponCost !== undefined && <p class="cost"><span>{word('lift.cost')}</span><b>{format.money(campaign.couponCost)}</b></p>}
    </div>
  );
}

function Estimate({ name, low, at, high, print, unit = '' }: {
  readonly name: string; readonly low: number; readonly at: number; readonly high: number; readonly print: (value: number) => string; readonly unit?: string;
}): JSX.Element {
  return (
    <div class="estimate">
      <dt>{name}</dt>
      <dd>
        <b>{print(at)}{unit}</b>
        <span class="interval">{word('lift.interval', { low: print(low), high: `${print(high)}${unit}` })}</span>
        <span class="interval-line"><IntervalBar low={low} at={at} high={high} /></span>
      </dd>
    </div>
  );
}

function Progress({ name, have, wanted, format }: { readonly name: string; readonly have: number; readonly wanted: number; readonly format: Format }): JSX.Element {
  const text = word('lift.progress', { n: format.count(have), m: format.count(wanted) });
  return <p class="progress"><span>{name}</span><progress max={wanted} value={Math.min(have, wanted)} aria-label={`${name}: ${text}`} /><span>{text}</span></p>;
}
