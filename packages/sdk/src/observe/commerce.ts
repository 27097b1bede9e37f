import type { PageType } from '@tactful/protocol';
import type { Core } from '../core.ts';
import { cartFact } from './carts.ts';
import { readProps, type PageEvent } from './readEntry.ts';

export interface CommerceDeps {
  /** A form's end that the host told by name. */
  form(ok: boolean, name: string): void;
  /** The type of a page that nothing else named. */
  hint(type: PageType): void;
}

/** Where the visitor is when GA4 says so. */
const HINTS: readonly (readonly [PageType, RegExp])[] = [
  ['listing', /_list$/], ['product', /^view_item$/], ['cart', /^view_cart/], ['checkout', /^begin_checkout|_info$/], ['confirmation', /^purchase/],
];

/** Named events, from `track()` and the page's queues alike: the site's names become GA4's, then the engine hears them. */
export function startCommerce(core: Pick<Core, 'observe' | 'config'>, { form, hint }: CommerceDeps): (event: PageEvent) => void {
  return ([given, raw]) => {
    if (typeof given != 'string') return;
    const { events } = core.config!;
    const name = given in events ? events[given]! : given.slice(0, 64);
    const props = readProps(raw);
    const end = /^(form|checkout)_(error|success)$/.exec(name);
    if (end) form(end[2] == 'success', String(props['form'] || end[1]));
    const found = HINTS.find(([, names]) => names.test(name));
    // In the cart and at checkout, `value` is the whole cart's.
    if (found && /^c[ah]/.test(found[0]) && props['value'] != null) core.observe(cartFact(props));
    core.observe({ kind: 'event', name, props });
    if (found) hint(found[0]);
  };
}
