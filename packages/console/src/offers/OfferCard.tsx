import type { OfferReport } from '@tactful/protocol';
import type { JSX } from 'preact';
import type { Desk } from '../app/Desk.ts';
import { Badge } from '../parts/Badge.tsx';
import { Card } from '../parts/Card.tsx';
import { Stat } from '../parts/Stat.tsx';
import { word } from '../words/word.ts';
import { wordOr } from '../words/wordOr.ts';
import { OtherSums } from './OtherSums.tsx';
import { PoolForm } from './PoolForm.tsx';

/** One offer and its budget, in codes and in money. A public code's is spent by redeeming, for who was given it may pass it on; all others' by giving. */
export function OfferCard({ offer, desk, changed }: { readonly offer: OfferReport; readonly desk: Desk; readonly changed: () => void }): JSX.Element {
  const { format } = desk;
  const open = offer.mode === 'public';
  const left = Math.min(offer.budget - offer.taken, offer.spend === undefined ? Infinity : offer.spend - offer.spent) > 0;
  const ended = offer.until !== undefined && offer.until <= Date.now();
  const refusals = Object.entries(offer.refusals).filter(([, n]) => n > 0).sort((a, b) => b[1] - a[1]);
  const until = offer.until === undefined ? word('offer.open') : word(ended ? 'offer.was' : 'offer.until', { date: format.dateTime(offer.until) });
  return (
    <Card title={offer.id} note={<><Badge tone={ended ? 'plain' : left ? 'good' : 'warn'} text={word(ended ? 'offer.ended' : left ? `mode.${offer.mode}` : 'offer.spent')} /> {until}</>}>
      <div class="budget">
        <progress max={offer.budget} value={offer.taken} aria-label={word(open ? 'offer.budget.public' : 'offer.budget')} />
        <p>{word('offer.left', { n: format.count(Math.max(0, offer.budget - offer.taken)), m: format.count(offer.budget) })}</p>
      </div>
      {offer.spend !== undefined && (
        <div class="budget">
          <progress max={offer.spend} value={offer.spent} aria-label={word('offer.spend')} />
          <p>{word('offer.spend.left', { n: format.money(Math.max(0, offer.spend - offer.spent)), m: format.money(offer.spend) })}</p>
        </div>
      )}
      <dl class="stats">
        <Stat name={word('offer.claimed')} value={format.count(offer.claimed)} note={open ? word('offer.claimed.public') : undefined} />
        <Stat name={word('offer.redeemed')} value={format.count(offer.redeemed)} note={!open && offer.claimed > 0 ? format.share(offer.redeemed / offer.claimed) : undefined} />
        {offer.held > 0 && <Stat name={word('offer.held')} value={format.count(offer.held)} note={word('offer.held.note')} />}
        <Stat name={word('offer.value')} value={format.money(offer.redeemedValue)} note={word('offer.value.note')} />
        {offer.poolLeft !== undefined && <Stat name={word('offer.pool')} value={format.count(offer.poolLeft)} />}
      </dl>
      <OtherSums sums={offer.otherCurrencies} locale={desk.locale} />
      <h3>{word('offer.refusals')}</h3>
      {refusals.length > 0
        ? <ul class="pairs">{refusals.map(([reason, n]) => <li key={reason}><span>{wordOr('refusal', reason)}</span><b>{format.count(n)}</b></li>)}</ul>
        : <p class="note">{word('offer.refusals.none')}</p>}
      {offer.mode === 'pool' && desk.may('editor') && <PoolForm offer={offer.id} desk={desk} added={changed} />}
    </Card>
  );
}
