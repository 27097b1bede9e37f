import type { CurrencySums } from '@tactful/protocol';
import type { JSX } from 'preact';
import { createFormat } from '../format/createFormat.ts';
import { word } from '../words/word.ts';

/** Orders in currencies that are not the site's, each sum in its own; nothing where there are none. */
export function OtherSums({ sums, locale }: { readonly sums: readonly CurrencySums[]; readonly locale: string }): JSX.Element | null {
  if (sums.length === 0) return null;
  return (
    <>
      <h3>{word('offer.others')}</h3>
      <ul class="pairs others">
        {sums.map(({ currency, redeemed, value }) => {
          const { count, money } = createFormat({ locale, currency });
          return <li key={currency}><span>{word('offer.others.row', { n: count(redeemed), currency })}</span><b>{money(value)}</b></li>;
        })}
      </ul>
    </>
  );
}
