import type { Driver } from '@tactful/engine';
import { FEATURES, type FeatureRow } from '@tactful/protocol';
import type { Format } from '../format/createFormat.ts';
import { word } from '../words/word.ts';
import { featureText } from './featureText.ts';

/** A feature in words, as the registry has them: `20 sec of attention to prices`, `3 product pages entered`. */
export function driverText({ feature, value }: Driver, format: Format): string {
  const unit = (FEATURES as readonly FeatureRow[]).find(({ name }) => name === feature)?.unit ?? feature;
  const seconds = /^s(,? )/.exec(unit);
  if (feature === 'cart.value') return word('driver.cart.value', { value: format.money(value) });
  return seconds ? `${format.span(value * 1_000)} ${unit.slice(seconds[0].length)}` : `${featureText(feature, value, format)} ${unit}`;
}
