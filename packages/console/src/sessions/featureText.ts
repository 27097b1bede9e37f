import type { Format } from '../format/createFormat.ts';

/** A feature's value with its unit, which its name tells. `user.*` and `x.*` are the site's own numbers. */
export function featureText(name: string, value: number, format: Format): string {
  if (name === 'cart.value') return format.money(value);
  if (/^(cart|session|page|attention|seconds)\.(.*_seconds|product)$/.test(name)) return format.span(value * 1_000);
  return name.startsWith('intent.') ? format.share(value) : format.number(value);
}
