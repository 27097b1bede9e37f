import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { createFormat, type Format } from '../../../packages/console/src/format/createFormat.ts';

const rows = JSON.parse(readFileSync(new URL('format.json', import.meta.url), 'utf8')) as [name: string, kind: keyof Format, value: number, text: string][];
const format = createFormat({ locale: 'en-US', currency: 'USD', timeZone: 'UTC' });

it.each(rows)('%s: %s of %d', (_name, kind, value, text) => {
  expect(format[kind](value)).toBe(text);
});

it('prints a plain number while no currency is known, or one that Intl cannot print', () => {
  expect(createFormat({ locale: 'en-US' }).money(3)).toBe('3.00');
  expect(createFormat({ locale: 'en-US', currency: 'euro' }).money(3)).toBe('3.00');
});

it('prints sums, dates and shares of another locale as they are written there', () => {
  const german = createFormat({ locale: 'de-DE', currency: 'EUR', timeZone: 'UTC' });
  expect([german.money(1234.5), german.share(0.5), german.dateTime(0)]).toEqual(['1.234,50\u00a0€', '50,0\u00a0%', '01.01.1970, 00:00']);
});
