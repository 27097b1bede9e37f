import { afterAll, beforeAll, expect, it } from 'vitest';
import { addInPlace } from './stage/addInPlace.ts';
import { createStage, type Stage } from './stage/createStage.ts';
import { failOnce } from './stage/failOnce.ts';
import { lookAround } from './stage/lookAround.ts';
import type { Tab, Visitor } from './stage/openVisitor.ts';
import { reachForTheTabs } from './stage/reachForTheTabs.ts';
import { shop } from './stage/shop.ts';
import { stallOnOneLoad } from './stage/stallOnOneLoad.ts';

type Do = (visitor: Visitor, tab: Tab) => Promise<unknown>;
interface Play { readonly title: string; readonly example: 'shop' | 'saas'; readonly come: Do; readonly fire: Do }

const COOLDOWN_MS = 240_000;
const PLAYS: Readonly<Record<string, Play>> = {
  'checkout-stall': { title: 'Shipping is on us', example: 'shop', come: (_visitor, tab) => shop.fillCart(tab), fire: stallOnOneLoad },
  'exit-offer': {
    title: 'Before you go: 10% off', example: 'shop', come: (_visitor, tab) => shop.fillCart(tab),
    async fire({ run }, tab) {
      await tab.page.mouse.move(640, 400);
      await run(6_000);
      await reachForTheTabs(tab, run);
      await run(100);
    },
  },
  'cart-hesitation': {
    title: 'Need a hand deciding?', example: 'shop', come: (_visitor, tab) => tab.open('/products/slow-teapot'),
    async fire(visitor, tab) {
      await addInPlace(tab);
      await lookAround(tab, visitor, 60);
      await visitor.run(100);
    },
  },
  'feature-struggle': {
    title: 'Can we help you set this up?', example: 'saas', come: (_visitor, tab) => tab.open('/workflow'),
    async fire(visitor, tab) {
      for (let turn = 0; turn < 3; turn++) await failOnce(tab, visitor);
    },
  },
};
const stages: Record<string, Stage> = {};
beforeAll(async () => {
  for (const example of ['shop', 'saas'] as const) stages[example] = await createStage(example);
});
afterAll(async () => {
  for (const stage of Object.values(stages)) await stage.close();
});

/** The recipe with nothing to hold it back but a cooldown: no cap, no wait after an outcome, no group, no other campaign. */
async function publish({ admin, site, source }: Stage, id: string): Promise<void> {
  const { group: _group, ...recipe } = source.campaigns.find((one: { id: string }) => one.id === id);
  await admin.publish(site.id, { ...source, groups: {}, frequency: {}, campaigns: [{ ...recipe, frequency: { cooldown: '4m' } }] });
}

it.each(Object.keys(PLAYS))('%s: the cooldown alone holds it back, on another load and in a second tab, and no longer than it lasts', async (id) => {
  const { title, example, come, fire } = PLAYS[id]!;
  const stage = stages[example]!;
  await publish(stage, id);
  const { visitor, tab } = await stage.enter(id, 'treatment');
  const shown = async (tab: Tab): Promise<string[]> => (await tab.messages()).filter((message) => message.startsWith('shown'));
  /** Its trigger fired, and one gate is shut. The single-page example keeps Tactful to itself, so there it is only seen. */
  const held = async (one: Tab): Promise<void> => {
    if (example === 'shop') expect(await one.blockedBy(id)).toEqual(['frequency']);
    await visitor.run(11_000);
    expect(await one.sight.all('heading', title)).toEqual([]);
    expect(await shown(one)).toEqual([]);
  };
  await come(visitor, tab);
  await fire(visitor, tab);
  await tab.sight.one('heading', title);
  const at = visitor.now();
  await visitor.run(1_100);
  await tab.sight.press('button', 'Close');
  await tab.sight.gone('heading', title);

  await come(visitor, tab);
  await fire(visitor, tab);
  await held(tab);
  const second = await visitor.newTab();
  await come(visitor, second);
  await fire(visitor, second);
  await held(second);
  expect(visitor.now() - at).toBeLessThan(COOLDOWN_MS);

  await visitor.run(COOLDOWN_MS - (visitor.now() - at));
  await come(visitor, second);
  await fire(visitor, second);
  await second.sight.one('heading', title);
  await visitor.run(1_100);
  expect(await shown(second)).toEqual([`shown ${id}`]);
  await visitor.close();
});
