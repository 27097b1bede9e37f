import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createStage, type Stage } from './stage/createStage.ts';
import type { Tab, Visitor } from './stage/openVisitor.ts';
import { shop } from './stage/shop.ts';
import { NOTHING, whatIsKept } from './stage/whatIsKept.ts';

type Do = (visitor: Visitor, tab: Tab) => Promise<unknown>;
interface Play {
  readonly title: string;
  readonly example?: 'saas';
  /** Kinds of the example's pages, where the recipe wants another. */
  readonly types?: Readonly<Record<string, string>>;
  /** What it is for, and what looks like it. */
  readonly hit: Do;
  readonly miss: Do;
}

/** A hand on an element for so long, ten seconds at most at a time. */
async function lookAt({ run }: Visitor, { page }: Tab, selector: string, seconds: number): Promise<void> {
  for (let left = seconds; left > 0; left -= 9) {
    await page.mouse.move(5, 450);
    await page.hover(selector);
    await run(Math.min(left, 9) * 1_000);
  }
  await page.mouse.move(5, 450);
}
const DECLINED = '4000 0000 0000 0002';
/** Up to the payment, and so many attempts with a card that the bank declines. */
async function failToPay({ page, open }: Tab, times: number): Promise<void> {
  const steps = [['contact', { '#email': 'mara@example.com' }, '#next'], ['shipping', { '#name': 'Mara Lind', '#street': 'Kiln Lane 4', '#postcode': '10115', '#city': 'Berlin' }, '#next']] as const;
  await open('/checkout/contact');
  for (const [, fields, button] of steps) {
    for (const [field, value] of Object.entries(fields)) await page.fill(field, value);
    await Promise.all([page.waitForEvent('load'), page.click(button)]);
  }
  for (let attempt = 0; attempt < times; attempt++) {
    for (const [field, value] of Object.entries({ '#cardName': 'Mara Lind', '#card': DECLINED, '#expiry': '04/31', '#cvc': '123' })) await page.fill(field, value);
    await Promise.all([page.waitForEvent('load'), page.click('#pay')]);
  }
}
const cartOf = (value: number): Do => async (_visitor, tab) => {
  await tab.open('/products/slow-teapot');
  await tab.page.evaluate((worth) => (window as any).tactful('cart', { value: worth, currency: 'USD', items: 3 }), value);
};
/** Stands in a field; with a word now and then where `types`. */
const inField = (path: string, selector: string, seconds: number, types = false): Do => async ({ run }, tab) => {
  await shop.fillCart(tab);
  await tab.open(path);
  await tab.page.focus(selector);
  for (let second = 0; second < seconds; second += 4) {
    await tab.page.mouse.move(20 + second, 300);
    if (types) await tab.page.keyboard.type('abc');
    await run(4_000);
  }
};

const PLAYS: Readonly<Record<string, Play>> = {
  'price-doubt': {
    title: 'Wondering about the price?',
    hit: async (visitor, tab) => { await tab.open('/products/slow-teapot'); await lookAt(visitor, tab, 'p.price', 22); },
    miss: async (visitor, tab) => { await tab.open('/products/slow-teapot'); await lookAt(visitor, tab, 'p.price', 9); await lookAt(visitor, tab, 'h1', 20); },
  },
  'shipping-doubt': {
    title: 'Shipping is on us today',
    hit: async (visitor, tab) => { await shop.fillCart(tab); await lookAt(visitor, tab, '[data-tactful-topic=shipping]', 9); },
    miss: async (visitor, tab) => { await tab.open('/products/slow-teapot'); await lookAt(visitor, tab, 'li[data-tactful-topic=shipping]', 20); },
  },
  'payment-failure': {
    title: 'The payment did not go through?',
    hit: async (_visitor, tab) => { await shop.fillCart(tab); await failToPay(tab, 2); },
    miss: async (_visitor, tab) => { await shop.fillCart(tab); await failToPay(tab, 1); },
  },
  'vip-invite': { title: 'May we help you in person?', hit: cartOf(600), miss: cartOf(90) },
  'trial-rescue': {
    title: 'Shall we set it up together?', example: 'saas',
    hit: async ({ run }, tab) => { await tab.open('/dashboard'); await tab.page.mouse.move(300, 300); await run(21_000); },
    miss: async ({ run }, tab) => { await tab.open('/dashboard'); await tab.page.mouse.move(300, 300); await run(15_000); },
  },
  'signup-rescue': {
    title: 'Stuck on a field?', types: { checkout: 'signup' },
    hit: inField('/checkout/contact', '#email', 20), miss: inField('/checkout/contact', '#email', 24, true),
  },
  'form-rescue': {
    title: 'Need a hand with this form?',
    hit: inField('/checkout/contact', '#email', 24), miss: inField('/checkout/contact', '#email', 28, true),
  },
};
const stages: Record<string, Stage> = {};
beforeAll(async () => {
  for (const example of ['shop', 'saas'] as const) stages[example] = await createStage(example);
});
afterAll(async () => {
  for (const stage of Object.values(stages)) await stage.close();
});

/** The recipe as it ships, alone on the example's site. */
async function publish(id: string): Promise<Stage> {
  const { example = 'shop', types = {} } = PLAYS[id]!;
  const stage = stages[example]!;
  const recipe = JSON.parse(readFileSync(new URL(`../../../packages/protocol/recipes/${id}.json`, import.meta.url), 'utf8'));
  const { source } = stage;
  await stage.admin.publish(stage.site.id, {
    ...source, groups: recipe.groups ?? {}, offers: recipe.offers ?? {}, campaigns: recipe.campaigns, holdout: 0,
    pages: source.pages.map((page: { type?: string }) => ({ ...page, ...(types[page.type!] && { type: types[page.type!] }) })),
  });
  return stage;
}

it.each(Object.keys(PLAYS))('%s comes when it is wanted, not when something only looks like it; its exposure is stored', async (id) => {
  const { title, hit, miss } = PLAYS[id]!;
  const stage = await publish(id);
  const other = await stage.enter(id, 'treatment');
  await miss(other.visitor, other.tab);
  await other.visitor.run(1_100);
  expect(await other.tab.sight.all('heading', title)).toEqual([]);
  await other.visitor.close();

  const { drawn, visitor, tab } = await stage.enter(id, 'treatment');
  await hit(visitor, tab);
  await tab.sight.one('heading', title);
  await visitor.run(1_100);
  await tab.sight.press('button', 'Close');
  await tab.leave();
  const { exposures } = await stage.stored(visitor, drawn, ({ exposures: [one] }) => one?.outcome === 'dismiss');
  expect(exposures).toMatchObject([{ campaign: id, arm: 'treatment', outcome: 'dismiss' }]);
  await visitor.close();
});

it.each(Object.keys(PLAYS))('%s is silent in its control group, which is stored', async (id) => {
  const { title, hit } = PLAYS[id]!;
  const stage = await publish(id);
  const { drawn, visitor, tab } = await stage.enter(id, 'control');
  await hit(visitor, tab);
  await tab.heldOut(id);
  expect(await tab.sight.all('heading', title)).toEqual([]);
  await tab.leave();
  const { exposures } = await stage.stored(visitor, drawn, (detail) => detail.exposures.length > 0);
  expect(exposures).toMatchObject([{ campaign: id, arm: 'control' }]);
  await visitor.close();
});

it.each(Object.keys(PLAYS))('%s with consent refused: help at most, no discount; nothing is kept and nothing is sent', async (id) => {
  const { title, hit } = PLAYS[id]!;
  const stage = await publish(id);
  const visitor = await stage.open({ consent: 'denied' });
  const tab = await visitor.newTab();
  const from = stage.wire.crossings.length;
  await hit(visitor, tab);
  await visitor.run(1_100);
  // A failed payment is two loads, of which the second knows nothing of the first.
  const helps = id !== 'shipping-doubt' && id !== 'payment-failure';
  if (helps) await tab.sight.one('heading', title);
  else expect(await tab.sight.all('heading', title)).toEqual([]);
  expect(await whatIsKept(tab.page)).toEqual(NOTHING);
  expect(stage.wire.telling(from)).toEqual([]);
  await visitor.close();
});
