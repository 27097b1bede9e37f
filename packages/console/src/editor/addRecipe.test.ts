import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { EN } from '../words/en.ts';
import { addRecipe } from './addRecipe.ts';
import { RECIPES } from './RECIPES.ts';
import { verdictOf } from './verdictOf.ts';

const FOLDER = new URL('../../../protocol/recipes/', import.meta.url);
const recipe = (id: string): any => JSON.parse(readFileSync(new URL(`${id}.json`, FOLDER), 'utf8'));
const added = (source: unknown, id: string): any => addRecipe(source, recipe(id));

it('offers each recipe that there is, in words', () => {
  expect([...RECIPES].sort()).toEqual(readdirSync(FOLDER).map(name => name.replace('.json', '')).sort());
  expect(RECIPES.filter(id => !(`recipe.${id}` in EN && `recipe.${id}.means` in EN))).toEqual([]);
});

describe.each(RECIPES)('%s', id => {
  it('is sound on a site with nothing, as a draft', () => {
    const { source, id: name } = added({ v: 1 }, id);
    expect(verdictOf(source)).toMatchObject({ ok: true });
    expect([name, source.campaigns[0].id, source.campaigns[0].status]).toEqual([id, id, 'draft']);
    expect(source.site).toBeUndefined();
  });

  it('stands beside itself under another name', () => {
    const twice = added(added({ v: 1 }, id).source, id);
    expect(verdictOf(twice.source)).toMatchObject({ ok: true });
    expect(twice.source.campaigns.map((campaign: { id: string }) => campaign.id)).toEqual([id, `${id}-2`]);
  });
});

it('leaves what the site has as it is, and speaks of the site’s own page of that type', () => {
  const source = {
    v: 1, pages: [{ id: 'kasse', match: ['/kasse/*'], type: 'checkout' }], offers: { freeship: { mode: 'minted', budget: 7 } },
    groups: { discounts: { session: 1 } }, campaigns: [],
  };
  const after = added(source, 'checkout-stall').source;
  expect([after.pages, after.offers, after.groups]).toEqual([source.pages, source.offers, source.groups]);
  expect(after.campaigns[0].trigger.any[0].page).toBe('kasse');
  expect(added({ v: 1 }, 'checkout-stall').source.pages).toEqual(recipe('checkout-stall').pages);
});

it('adds nothing to what is no configuration', () => {
  expect([added([], 'exit-offer'), added(null, 'exit-offer'), added('text', 'exit-offer')]).toEqual([undefined, undefined, undefined]);
});
