import type { Milliseconds } from '@tactful/protocol';
import type { Core } from '../core.ts';
import type { Sensors } from '../observe/startSensors.ts';
import type { CartNow, Raw, Shop } from './Shop.ts';
import { shape } from './shape.ts';

/** Two sources that tell the same within this time speak of one thing. */
const SAME_MS: Milliseconds = 1_000;
/** Names that are told apart; a page that invents names does not fill the memory. */
const MOST_NAMES = 100;
/** The page's `dataLayer` is given so long to speak of it itself. */
const PATIENCE_MS: Milliseconds = 400;

/**
 * One voice for all vocabularies of a page. Shops often tell the same step several times: to their analytics, by their own
 * event, and by a plug-in's. GA4's queue is believed first, for it knows the value; else whoever spoke first.
 */
export function createTell(core: Core, { event, readEntry, cartFact }: Pick<Sensors, 'event' | 'readEntry' | 'cartFact'>): Pick<Shop, 'tell' | 'cart'> {
  const last = new Map<string, readonly [source: string, at: number]>();
  const nameOf = (given: string): string => core.config!.events[given] || given;
  const currency = (given: unknown): any => given || core.config!.site.currency;
  const layer = (): unknown => (window as { dataLayer?: unknown }).dataLayer;
  /** Our own word there (`message_shown`) is none of these names. */
  const inLayer = (name: string): boolean => Object.values(layer() || []).some((entry) => nameOf(String(readEntry(entry)[0])) == name);
  const tell: Shop['tell'] = (source, given, raw: Raw = {}) => {
    const name = nameOf(given);
    const now = core.now();
    const before = last.get(name);
    if (before && before[0] != source && now - before[1] < SAME_MS) return;
    if (last.size > MOST_NAMES) last.clear();
    last.set(name, [source, now]);
    const props = shape(raw);
    const say = (): void => {
      if (!inLayer(name)) event([name, { ...props, ...(props['value'] != null && { currency: currency(props['currency']) }) }]);
    };
    if (layer() && !raw['leaves']) core.scope.after(PATIENCE_MS, say);
    else say();
  };
  return {
    tell,
    cart(source, cart: CartNow, changed) {
      const known = core.engine && core.engine.cart;
      if (changed && known && cart.items != null && cart.items != known.items) {
        const more = cart.items - known.items;
        const value = Math.abs((cart.value || 0) - (known.value || 0));
        tell(source, more > 0 ? 'add_to_cart' : 'remove_from_cart', { quantity: Math.abs(more), value, currency: cart.currency });
      }
      // After what is told with patience, so that the whole has the last word.
      const whole = (): void => core.observe(cartFact({ ...cart, currency: currency(cart.currency) } as Record<string, any>));
      if (layer()) core.scope.after(PATIENCE_MS, whole);
      else whole();
    },
  };
}
