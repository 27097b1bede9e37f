import { expect, it } from 'vitest';
import { CLAUSES } from '../clauses.ts';
import { TEXTS, type TextKey } from '../texts.ts';

it.each(Object.entries(TEXTS))('"Why this?" in %s has a sentence of its own for every clause', (_locale, words) => {
  const sentences = CLAUSES.map(({ kind }) => words[`why_${kind}` as TextKey]);
  expect(CLAUSES.filter((_clause, place) => !sentences[place]).map(({ kind }) => kind)).toEqual([]);
  expect(new Set([...sentences, words.why_other]).size).toBe(CLAUSES.length + 1);
  // Plain, and short: no names of gates, states or measures.
  expect(sentences.filter((text) => /[{}_]|rage|dead|score|abandon/i.test(text) || text.length > 90)).toEqual([]);
});
