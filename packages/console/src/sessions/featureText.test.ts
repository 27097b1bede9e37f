import { FEATURES, SHIPPED_FEATURES } from '@tactful/protocol';
import { expect, it } from 'vitest';
import { createFormat } from '../format/createFormat.ts';
import { featureText } from './featureText.ts';

const format = createFormat({ locale: 'en-US', currency: 'EUR' });

it('prints money, times and shares as such, and counts bare', () => {
  expect(['cart.value', 'cart.idle_seconds', 'intent.abandon', 'session.pages', 'x.trial_day_seconds'].map(name => featureText(name, 0.5, format)))
    .toEqual(['€0.50', '0.5 sec', '50.0%', '0.5', '0.5']);
});

it('leaves no summarized feature of seconds without its unit', () => {
  const seconds = FEATURES.filter(({ name, unit }) => name in SHIPPED_FEATURES && unit.startsWith('s of ')).map(({ name }) => name);
  expect(seconds.length).toBeGreaterThan(1);
  for (const name of seconds) expect(featureText(name, 90, format)).toBe('1 min 30 sec');
});
