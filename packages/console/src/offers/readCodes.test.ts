import { expect, it } from 'vitest';
import { readCodes } from './readCodes.ts';

it('reads a pasted list: lines, commas, semicolons, without repeats', () => {
  expect(readCodes(' A1\r\nB2, C3;A1\n\n')).toEqual(['A1', 'B2', 'C3']);
  expect(readCodes(' \n')).toEqual([]);
});
