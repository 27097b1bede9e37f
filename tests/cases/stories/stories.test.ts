import { playStory } from '@tactful/engine/stories/playStory';
import { STORIES } from '@tactful/engine/stories/STORIES';
import { compile, localize, parseConfig, type ConfigSource, type DeviceConfig } from '@tactful/protocol';
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import told from './stories.json' with { type: 'json' };

const RECIPES = new URL('../../../packages/protocol/recipes/', import.meta.url);
const recipes = readdirSync(RECIPES).map((file) => JSON.parse(readFileSync(new URL(file, RECIPES), 'utf8')) as ConfigSource);

function deviceOf(own: readonly ConfigSource[]): DeviceConfig {
  const source = {
    v: 1, site: { currency: 'EUR' }, pages: own.flatMap(({ pages = [] }) => pages), campaigns: own.flatMap(({ campaigns = [] }) => campaigns),
    groups: Object.assign({}, ...own.map(({ groups }) => groups)), offers: Object.assign({}, ...own.map(({ offers }) => offers)),
  };
  const parsed = parseConfig(source);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return localize(compile(parsed.value, { siteId: 'stories', salt: 'salt' }), 'en');
}

const shown = (config: DeviceConfig): Record<string, Record<string, number>> => Object.fromEntries(STORIES.map((story) => [story.id, Object.fromEntries(
  Object.entries(playStory(config, story)).flatMap(([id, end]) => ('shownAt' in end ? [[id, end.shownAt]] : [])),
)]));

it('each recipe alone is shown in the stories that it is for', () => {
  const alone: Record<string, Record<string, number>> = {};
  for (const recipe of recipes) for (const [story, campaigns] of Object.entries(shown(deviceOf([recipe])))) Object.assign(alone[story] ??= {}, campaigns);
  expect(alone).toEqual(told.alone);
});

it('all recipes together meet one another as on a page', () => {
  expect(shown(deviceOf(recipes))).toEqual(told.together);
});

it('what is not shown says which gate was in its way', () => {
  const [config, story] = [deviceOf(recipes), STORIES.find(({ id }) => id === 'glance')!];
  expect(playStory(config, story)).toMatchObject({ 'vip-invite': { gate: 'conditions' }, 'checkout-stall': { gate: 'trigger' } });
});
