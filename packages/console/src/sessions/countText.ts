import { COMMERCE_EVENTS } from '@tactful/protocol';
import type { Format } from '../format/createFormat.ts';

/** Whether a counter is of one of GA4's events, known by its own name; the others are ours, each with a word of its own. */
export const isEvent = (name: string): boolean => Object.hasOwn(COMMERCE_EVENTS, name);

/** A counter's value with its unit, which its name tells. */
export function countText(name: string, value: number, format: Format): string {
  if (name.endsWith('_ms')) return format.span(value);
  return name.endsWith('_percent') ? format.share(value / 100) : format.count(value);
}
