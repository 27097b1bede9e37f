import { expect, it } from 'vitest';
import { createFormat } from '../format/createFormat.ts';
import { botText } from './botText.ts';

const format = createFormat({ locale: 'en-US' });

it.each([
  [1, 'The browser calls itself a program.'],
  [0.5, 'The browser said that a program drives it.'],
  [0.72, 'The pointer moved as a script moves it, by a score of 72.0%; people’s rarely exceed 50%.'],
])('says of %d what is true of it', (bot, why) => {
  expect(botText({ bot }, format)).toBe(`${why} This session is stored and listed, and counts in no figure, signal or campaign.`);
});
