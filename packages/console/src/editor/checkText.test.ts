import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { addRecipe } from './addRecipe.ts';
import { checkText, placeIssues } from './checkText.ts';
import { locateCampaign } from './locateCampaign.ts';
import { verdictOf } from './verdictOf.ts';

const recipe = JSON.parse(readFileSync(new URL('../../../protocol/recipes/cart-hesitation.json', import.meta.url), 'utf8')) as Record<string, unknown>;
const withRecipe = JSON.stringify(addRecipe({ v: 1 }, recipe)?.source, null, 2);
const lines = (text: string): readonly string[] => checkText(text, verdictOf).issues.map(({ line, code, path }) => `${line} ${code} ${path}`);

it('finds nothing wrong with the empty configuration, nor with a recipe in it', () => {
  expect(lines('{ "v": 1 }')).toEqual([]);
  expect(lines(withRecipe)).toEqual([]);
});

it('says where a text stops being JSON, and nothing else', () => {
  expect(lines('{\n  "v": 1,\n  "campaigns": [,]\n}')).toEqual(['3 bad_json ']);
  expect(lines('')).toEqual(['1 bad_json ']);
  expect(checkText('{ "v": 1', verdictOf).source).toBeUndefined();
});

it('puts the parser’s issues to their lines', () => {
  const text = withRecipe.replace('"60s"', '20');
  const [issue, ...others] = checkText(text, verdictOf).issues;
  expect(others).toEqual([]);
  expect([issue?.path, text.slice(issue?.from, issue?.to)]).toEqual(['campaigns[0].trigger.any[0].for', '20']);
});

it('lists mistakes in the order of the text', () => {
  const text = withRecipe.replace('"60s"', '20').replace('"priority"', '"priorty"');
  expect(checkText(text, verdictOf).issues.map(({ path }) => path)).toEqual(['campaigns[0].priorty', 'campaigns[0].trigger.any[0].for']);
});

it('marks an unknown name, not what it holds', () => {
  const text = '{ "v": 1, "colour": "red" }';
  expect(checkText(text, verdictOf).issues.map(({ code, from, to }) => [code, text.slice(from, to)])).toEqual([['unknown_key', '"colour"']]);
});

it('says that a name stands twice, which JSON itself keeps silent about', () => {
  expect(lines('{\n  "v": 1,\n  "holdout": 0,\n  "holdout": 0.5\n}')).toEqual(['4 duplicate_key holdout']);
});

it('puts the collector’s issues to their places, too', () => {
  const text = '{\n  "v": 1,\n  "campaigns": [\n    { "id": "a" }\n  ]\n}';
  expect(placeIssues(text, [{ code: 'taken', path: 'campaigns[0].id', message: 'Taken.' }]).map(({ line, from, to }) => [line, text.slice(from, to)])).toEqual([[4, '"a"']]);
});

it('finds a campaign by its id', () => {
  const text = '{ "campaigns": [{ "id": "a" }, { "id": "b" }] }';
  expect(locateCampaign(text, 'b')).toBe(text.indexOf('{ "id": "b"'));
  expect([locateCampaign(text, 'c'), locateCampaign('{', 'a'), locateCampaign('null', 'a')]).toEqual([undefined, undefined, undefined]);
});
