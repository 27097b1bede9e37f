import type { Summary } from '@tactful/protocol';
import { expect, it } from 'vitest';
import { markerOf } from './markerOf.ts';

const of = (bot: number, userAgent?: string): number => markerOf(userAgent)({ bot } as Summary).bot;

it.each([
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/156.0.0.0 Safari/537.36',
  'Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; Googlebot/2.1; +http://www.google.com/bot.html) Chrome/156.0.0.0 Safari/537.36',
  'curl/8.5.0',
])('%s is a program', (userAgent) => {
  expect(of(0, userAgent)).toBe(1);
});

it.each([
  undefined, '',
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 16_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 MicroMessenger/8.0.30 NetType/WIFI Language/zh_CN miniProgram',
])('%s: what the page says of itself stays', (userAgent) => {
  expect(of(0.25, userAgent)).toBe(0.25);
});
