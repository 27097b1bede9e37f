import { useEffect, useRef, useState } from 'preact/hooks';
import type { PageProps } from '../App.tsx';
import { PLAN_NAMES, PLANS } from '../plan.ts';

export function Pricing({ words, plan, choose }: PageProps) {
  const text = words.pricing;
  const [yearly, setYearly] = useState(false);
  const [done, setDone] = useState('');
  const note = useRef<HTMLParagraphElement>(null);
  // The button that was pressed is gone: what came of it is where one goes on.
  useEffect(() => note.current?.focus(), [done]);
  const money = new Intl.NumberFormat(document.documentElement.lang === 'ar' ? 'ar-u-nu-latn' : document.documentElement.lang, { style: 'currency', currency: 'USD', currencyDisplay: 'narrowSymbol', maximumFractionDigits: 0 });
  // The currency's sign is isolated: in Arabic its dollar would otherwise be drawn on the wrong side of its letters.
  const write = (value: number) => money.formatToParts(value).map((part) => (part.type === 'currency' ? `\u2066${part.value}\u2069` : part.value)).join('');
  return (
    <>
      <div class="title"><div><h1>{text.title}</h1><p>{text.lead}</p></div>
        <label class="switch"><input type="checkbox" role="switch" checked={yearly} onChange={(event) => setYearly(event.currentTarget.checked)} /><span>{text.yearly}</span></label></div>
      {done && <p class="note good" tabIndex={-1} ref={note}>{done}</p>}
      <ul class="plans">{PLAN_NAMES.map((id) => (
        <li class={`card ${id}`}>
          <h2 id={`plan-${id}`}>{text.plans[id].name}</h2><p>{text.plans[id].text}</p>
          <p class="price"><b>{write(yearly ? PLANS[id] * 10 : PLANS[id])}</b> <span class="muted">{yearly ? text.year : text.month}</span></p>
          <ul>{text.plans[id].points.map((point) => <li>{point}</li>)}</ul>
          {id === plan ? <p class="chosen">✓ {text.chosen}</p>
            : <button type="button" class={id === 'team' ? 'button' : 'button quiet'} aria-describedby={`plan-${id}`} onClick={() => {
              choose(id, yearly);
              setDone(text.done.replace('{plan}', text.plans[id].name));
            }}>{text.choose}</button>}
        </li>
      ))}</ul>
      <p class="muted">{text.note}</p>
    </>
  );
}
