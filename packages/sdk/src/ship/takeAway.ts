import { writeJson } from '@tactful/engine';
import type { Summary } from '@tactful/protocol';

/** What a cart is of which nothing is told. */
const NO_CART: Summary['cart'] = { stage: 'none', items: 0, idleMs: 0, revisits: 0 };

/**
 * A summary without what the host's `beforeShip` took away: entries of its lists and records, or all of them with the field.
 * What a summary must have stays, and nothing is added or changed, whatever the host wrote.
 */
export function takeAway(summary: Summary, allowed: any): Summary {
  const fields = summary as unknown as Record<string, any>;
  for (const name of Object.keys(fields)) {
    const whole = fields[name];
    const left = Object(allowed[name]);
    if (Array.isArray(whole)) fields[name] = whole.filter((item) => Array.isArray(left) && left.some((one) => writeJson(one) == writeJson(item)));
    else if (typeof whole == 'object' && name != 'context') {
      fields[name] = name == 'cart' ? { ...NO_CART } : {};
      for (const key of Object.keys(whole)) if (key in left) fields[name][key] = whole[key];
    }
  }
  return summary;
}
