import type { JSX } from 'preact';
import type { Desk } from '../app/Desk.ts';
import { useResource } from '../app/useResource.ts';
import { CsvLink } from '../parts/CsvLink.tsx';
import { Empty } from '../parts/Empty.tsx';
import { Loaded } from '../parts/Loaded.tsx';
import { Room } from '../parts/Room.tsx';
import { word } from '../words/word.ts';
import { OfferCard } from './OfferCard.tsx';

/** Offers with their budgets: what was given out, what was used, what was refused and why. */
export function OffersRoom({ desk }: { readonly desk: Desk }): JSX.Element {
  const offers = useResource(desk.site.id, () => desk.api.offers(desk.site.id));
  return (
    <Room title={word('room.offers')} lead={word('offers.lead')} aside={<div class="asides"><CsvLink one desk={desk} table="offers" name={word('room.offers')} /><CsvLink one desk={desk} table="refusals" name={word('offer.refusals')} /><button type="button" class="quiet" onClick={offers.reload}>{word('refresh')}</button></div>}>
      <Loaded resource={offers}>
        {rows => rows.length > 0
          ? <div class="board">{rows.map(offer => <OfferCard key={offer.id} offer={offer} desk={desk} changed={offers.reload} />)}</div>
          : <Empty title={word('offers.empty')}><p>{word('offers.empty.body')}</p></Empty>}
      </Loaded>
    </Room>
  );
}
