import { useState } from 'preact/hooks';
import type { PageProps } from '../App.tsx';

const PLANS = [['solo', 12], ['team', 39], ['house', 99]] as const;

export function Pricing({ words }: PageProps) {
  const text = words.pricing;
  const [yearly, setYearly] = useState(false);
  const money = new Intl.NumberFormat(document.documentElement.lang === 'ar' ? 'ar-u-nu-latn' : document.documentElement.lang, { style: 'currency', currency: 'USD', currencyDisplay: 'narrowSymbol', maximumFractionDigits: 0 });
  // The currency's sign is isolated: in Arabic its dollar would otherwise be drawn on the wrong side of its letters.
  const write = (value: number) => money.formatToParts(value).map((part) => (part.type === 'currency' ? `\u2066${part.value}\u2069` : part.value)).join('');
  return (
    <>
      <div class="title"><div><h1>{text.title}</h1><p>{text.lead}</p></div>
        <label class="switch"><input type="checkbox" role="switch" checked={yearly} onChange={(event) => setYearly(event.currentTarget.checked)} /><span>{text.yearly}</span></label></div>
      <ul class="plans">{PLANS.map(([id, price]) => (
        <li class={`card ${id}`}>
          <h2>{text.plans[id].name}</h2><p>{text.plans[id].text}</p>
          <p class="price"><b>{write(yearly ? price * 10 : price)}</b> <span class="muted">{yearly ? text.year : text.month}</span></p>
          <ul>{text.plans[id].points.map((point) => <li>{point}</li>)}</ul>
          <button type="button" class={id === 'team' ? 'button' : 'button quiet'}>{text.choose}</button>
        </li>
      ))}</ul>
      <p class="muted">{text.note}</p>
    </>
  );
}
