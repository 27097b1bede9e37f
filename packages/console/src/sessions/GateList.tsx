import type { Summary } from '@tactful/protocol';
import type { JSX } from 'preact';
import type { Format } from '../format/createFormat.ts';
import { GateBars } from '../parts/GateBars.tsx';
import { word } from '../words/word.ts';

/** Which gates stopped which campaigns. */
export function GateList({ gates, nameOf, format }: { readonly gates: Summary['gates']; readonly nameOf: (campaign: string) => string; readonly format: Format }): JSX.Element {
  const rows = Object.entries(gates);
  if (rows.length === 0) return <p class="note">{word('gates.session.none')}</p>;
  return <>{rows.map(([campaign, counts]) => <section key={campaign} class="gate-group"><h3>{nameOf(campaign)}</h3><GateBars gates={counts} format={format} /></section>)}</>;
}
