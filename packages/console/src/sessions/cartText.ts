import type { Desk } from '../app/Desk.ts';
import { createFormat } from '../format/createFormat.ts';

/** A cart's value in its own currency. An empty cart, as after a purchase, has none to tell. */
export function cartText(cart: { readonly value?: number | undefined; readonly currency?: string | undefined }, { format, locale, site }: Pick<Desk, 'format' | 'locale' | 'site'>): string {
  const { value, currency } = cart;
  if (value === undefined || value === 0) return '–';
  return (currency && currency !== site.currency ? createFormat({ locale, currency }) : format).money(value);
}
