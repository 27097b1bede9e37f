import type { CartNow, StartVocabulary } from './Shop.ts';

/** What a mark's data says besides its event's name: `data-tactful-value="20"` → `value`. */
function readMark({ dataset }: HTMLElement): Record<string, string> {
  const props: Record<string, string> = {};
  for (const key of Object.keys(dataset)) {
    const found = /^tactful([A-Z]\w*)$/.exec(key);
    if (found && found[1] != 'Event') props[found[1]!.replace(/(?!^)[A-Z]/g, '_$&').toLowerCase()] = dataset[key]!;
  }
  return props;
}

/**
 * `data-tactful-event="add_to_cart" data-tactful-value="20" data-tactful-currency="EUR"`: on what can be pressed, at the press; on
 * a form, when it is sent; on anything else, once it is there.
 *
 * The cart as the page shows it: `data-tactful-cart-value`, `-currency`, `-items` on one element.
 */
export const startMarks: StartVocabulary = ({ scope, tell, cart }) => {
  const seen = new WeakSet<Element>();
  let last = '';
  const pressable = 'a,button,input,select,textarea,summary,[role=button]';
  const say = (element: HTMLElement, leaves: boolean): void => tell('marks', element.dataset['tactfulEvent']!, { ...readMark(element), leaves });
  scope.listen(document, 'click submit', ({ type, target }) => {
    const element = (target as Element).closest<HTMLElement>('[data-tactful-event]');
    if (element && element.matches(type == 'submit' ? 'form' : pressable)) say(element, true);
  });
  return () => {
    document.querySelectorAll<HTMLElement>('[data-tactful-event]').forEach((element) => {
      if (seen.has(element) || element.matches(pressable + ',form')) return;
      seen.add(element);
      say(element, false);
    });
    const shown = document.querySelector<HTMLElement>('[data-tactful-cart-value]');
    if (!shown) return;
    const { cart_value: value, cart_currency: currency, cart_items: items } = readMark(shown);
    const now = [value, currency, items].join();
    if (now != last) cart('marks', { value, currency, items } as CartNow);
    last = now;
  };
};
