import type { SharedSummary } from '@tactful/protocol';
import type { JSX } from 'preact';
import type { Desk } from '../app/Desk.ts';
import { Stat } from '../parts/Stat.tsx';
import { cartText } from '../sessions/cartText.ts';
import { word } from '../words/word.ts';

/** What the visitor agreed to share: where they were, their cart, what went wrong, what they tried. */
export function SharedFacts({ shared, desk }: { readonly shared: SharedSummary; readonly desk: Desk }): JSX.Element {
  const { format } = desk;
  const { cart } = shared;
  const pages = Object.entries(shared.pages).sort((a, b) => b[1].activeMs - a[1].activeMs);
  return (
    <div class="shared">
      <h3>{word('shared.title')}</h3>
      <dl class="stats">
        <Stat name={word('shared.cart')} value={cartText(cart, desk)} note={word('shared.items', { n: format.count(cart.items) })} />
        <Stat name={word('shared.errors')} value={format.count(shared.errors)} />
        <Stat name={word('shared.formErrors')} value={format.count(shared.formErrors)} />
      </dl>
      {pages.length > 0 && <ul class="pairs">{pages.map(([page, { views, activeMs }]) => <li key={page}><span>{page}</span><b>{word('shared.page', { n: format.count(views), time: format.span(activeMs) })}</b></li>)}</ul>}
      {shared.tried.length > 0 && <p class="note">{word('shared.tried', { list: shared.tried.join(', ') })}</p>}
    </div>
  );
}
