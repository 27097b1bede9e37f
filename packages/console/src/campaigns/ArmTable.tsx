import type { ArmReport, CampaignReport } from '@tactful/protocol';
import type { JSX } from 'preact';
import type { Format } from '../format/createFormat.ts';
import { word } from '../words/word.ts';

/**
 * Treated beside control, row by row; of a campaign in shadow, what would have been shown. Shares and means are of the arm's own visitors; none without
 * visitors. The control group's impressions were kept back, so none is told.
 */
export function ArmTable({ campaign, format }: { readonly campaign: CampaignReport; readonly format: Format }): JSX.Element {
  const { treatment, control, shadow, mixed, extremeFrom = 0 } = campaign;
  const arms: readonly (readonly [string, ArmReport])[] = shadow
    ? [[word('arm.shadow.column'), shadow]]
    : [[word('arm.treatment.column'), treatment], [word('arm.control.column'), control]];
  const per = (arm: ArmReport, value: number, print: (share: number) => string): string => arm.visitors > 0 ? print(value / arm.visitors) : '–';
  const rows: readonly (readonly [string, (arm: ArmReport) => string])[] = [
    [word('arm.visitors'), arm => format.count(arm.visitors)],
    [word('arm.impressions'), arm => arm === control ? '–' : format.count(arm.impressions)],
    [word('arm.conversions'), arm => format.count(arm.conversions)],
    [word('arm.rate'), arm => per(arm, arm.conversions, format.share)],
    [word('arm.mean'), arm => per(arm, arm.value, format.money)],
  ];
  return (
    <div>
      <table class="arms">
        <thead><tr><td />{arms.map(([name]) => <th key={name} scope="col">{name}</th>)}</tr></thead>
        <tbody>{rows.map(([name, print]) => <tr key={name}><th scope="row">{name}</th>{arms.map(([column, arm]) => <td key={column}>{print(arm)}</td>)}</tr>)}</tbody>
      </table>
      {(['unvalued', 'extreme'] as const).map(kind => {
        const n = treatment[kind] + control[kind];
        const share = format.share(n / (treatment.visitors + control.visitors));
        return n > 0 && <p key={kind} class="note">{word(`value.${kind}`, { n: format.count(n), share, from: format.money(extremeFrom) })}</p>;
      })}
      {mixed > 0 && <p class="note">{word('campaign.mixed', { n: format.count(mixed) })}</p>}
    </div>
  );
}
