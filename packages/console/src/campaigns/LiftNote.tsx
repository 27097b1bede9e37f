import type { CampaignReport, Difference } from '@tactful/protocol';
import type { JSX } from 'preact';
import type { Format } from '../format/createFormat.ts';
import { Icon } from '../parts/Icon.tsx';
import { word } from '../words/word.ts';
import { IntervalBar } from './IntervalBar.tsx';
import { liftVerdict } from './liftVerdict.ts';

/** What the campaign is worth: each estimate with its interval, or how many visitors are still wanted. */
export function LiftNote({ campaign, format }: { readonly campaign: CampaignReport; readonly format: Format }): JSX.Element {
  const { lift: { value, conversion }, treatment, control, wanted, status, draw, couponCost = 0, outcomes, optOuts, answers } = campaign;
  const answered = answers.helped + answers.unhelpful;
  const few = Math.min(treatment.visitors, control.visitors) < wanted;
  if (status === 'shadow') return <ShadowNote shadow={campaign.shadow} format={format} />;
  return (
    <div class="lift">
      {draw?.mismatch && <div class="banner warn" role="status"><Icon name="warn" /><p>{word('draw.mismatch', { met: format.share(draw.met), wanted: format.share(draw.wanted) })}</p></div>}
      {value || conversion
        ? (
          <>
            {!draw?.mismatch && <p class="few-title">{word(liftVerdict({ value, conversion }))}</p>}
            <dl>
              {value && <Estimate name={word('lift.value')} of={value} print={format.difference} />}
              {conversion && <Estimate name={word('lift.conversion')} of={conversion} print={format.points} unit={word('lift.points')} />}
              {value && <Estimate name={word('lift.incremental')} of={value} times={treatment.visitors} print={format.difference} />}
              {value && couponCost > 0 && <Estimate name={word('lift.return', { one: format.money(1) })} of={value} times={treatment.visitors / couponCost} print={format.difference} />}
            </dl>
          </>
        )
        : (
          <div class="few">
            <p class="few-title">{word(few ? 'lift.few' : 'lift.flat')}</p>
            <Progress name={word('arm.treatment.column')} have={treatment.visitors} wanted={wanted} format={format} />
            <Progress name={word('arm.control.column')} have={control.visitors} wanted={wanted} format={format} />
            {few && <p class="note">{word('lift.few.body', { m: format.count(wanted) })}</p>}
          </div>
        )}
      {draw === null && treatment.visitors + control.visitors > 0 && <p class="note">{word('draw.unknown')}</p>}
      {treatment.impressions > 0 && <p class="cost"><span>{word('lift.unwanted')}</span><b>{word('lift.unwanted.share', { dismissed: format.share((outcomes['dismiss'] ?? 0) / treatment.impressions), opted: format.share(optOuts / treatment.impressions) })}</b></p>}
      {answered > 0 && <p class="cost"><span>{word('lift.helped')}</span><b>{word('lift.helped.of', { n: format.count(answers.helped), of: format.count(answered) })}</b></p>}
      {campaign.couponCost !== undefined && <p class="cost"><span>{word('lift.cost')}</span><b>{format.money(campaign.couponCost)}</b></p>}
    </div>
  );
}

function Estimate({ name, of, times = 1, print, unit = '' }: {
  readonly name: string; readonly of: Difference; readonly times?: number; readonly print: (value: number) => string; readonly unit?: string;
}): JSX.Element {
  const [low, at, high] = [of.low * times, of.difference * times, of.high * times];
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

/** What a campaign in shadow would have cost in interruptions, and how many of those met did what it is for without it. */
function ShadowNote({ shadow, format }: { readonly shadow: CampaignReport['shadow']; readonly format: Format }): JSX.Element {
  const { impressions, visitors, conversions } = shadow ?? { impressions: 0, visitors: 0, conversions: 0 };
  return (
    <div class="few">
      <p class="few-title">{visitors > 0 ? word('lift.shadow.cost', { n: format.count(impressions), visitors: format.count(visitors) }) : word('lift.shadow')}</p>
      {visitors > 0 && <p>{word('lift.shadow.anyway', { share: format.share(conversions / visitors) })}</p>}
      <p class="note">{word('lift.shadow.body')}</p>
    </div>
  );
}
