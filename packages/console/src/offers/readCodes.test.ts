import { expect, it } from 'vitest';
import { namePlaces } from './namePlaces.ts';
import { readCodes } from './readCodes.ts';

it('reads a pasted list: lines, commas, semicolons, without repeats', () => {
  expect(readCodes(' A1\r\nB2, C3;A1\n\n')).toEqual(['A1', 'B2', 'C3']);
  expect(readCodes(' \n')).toEqual([]);
});

it('names a refused code by itself', () => {
  const issue = { code: 'bad_id', message: 'No.' };
  const failure = { code: 'invalid', status: 422, message: '', issues: [{ ...issue, path: 'codes[1]' }, { ...issue, path: 'codes' }] } as const;
  expect(namePlaces(failure, ['A1', 'B 2']).issues.map(({ path }) => path)).toEqual(['B 2', 'codes']);
});
