import type { Core } from '../core.ts';
import { readProps, type PageEvent } from './readEntry.ts';

export interface CommerceDeps {
  /** A form's end that the host told by name. */
  form(ok: boolean, name: string): void;
  /** Words that may tell the type of a page that nothing else named. */
  hint(words: string): void;
}

/** Named events, from `track()` and the page's queues alike: the site's names become GA4's, then the engine hears them. */
export function startCommerce(core: Pick<Core, 'observe' | 'config'>, { form, hint }: CommerceDeps): (event: PageEvent) => void {
  return ([given, raw]) => {
    if (typeof given != 'string') return;
    const name = (core.config!.events[given] || given).slice(0, 64);
    const props = readProps(raw);
    const end = /^(form|checkout)_(error|success)$/.exec(name);
    if (end) form(end[2] == 'success', String(props['form'] || end[1]));
    // Shops that write money into a page's queue often write text.
    if (props['value']) props['value'] = Number(props['value']);
    // What GA4 tells on arrival (`add_to_cart` is told anywhere): first the page, so that it is heard there.
    if (/^(view|begin|purchase)|_info$/.test(name)) hint(name.replace(/_/g, ' '));
    core.observe({ kind: 'event', name, props });
  };
}
