import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { createStage, type Stage } from './stage/createStage.ts';
import { readThanks } from './stage/readThanks.ts';
import { shop } from './stage/shop.ts';

let stage: Stage;
beforeAll(async () => { stage = await createStage(); });
afterEach(() => stage.wire.mend());
afterAll(() => stage.close());

it('a shop whose collector is down from the start sells as ever', async () => {
  stage.wire.cut();
  const visitor = await stage.open({ consent: 'granted' });
  const { page } = await visitor.newTab();
  await page.goto(`${stage.origin}/products/slow-teapot`, { waitUntil: 'load' });
  await Promise.all([page.waitForEvent('load'), page.click('#add')]);
  await visitor.run(30_000);
  expect(await shop.buy(page, stage.origin)).toMatch(/^F-/);
  expect(await page.locator('h1').innerText()).toBe('Thank you.');
  await visitor.close();
});

it('a collector that goes down while a message is due harms nothing; what was kept is delivered when it is back', async () => {
  const { drawn, visitor, tab } = await stage.enter('cart-hesitation', 'treatment');
  await shop.fillCart(tab);
  await visitor.run(2_000);
  stage.wire.cut();
  for (let turn = 0; turn < 20; turn++) {
    await tab.page.mouse.move(400 + turn, 300);
    await visitor.run(5_000);
  }
  expect(await tab.messages()).toEqual([]);
  expect(await shop.buy(tab.page, stage.origin)).toMatch(/^F-/);
  await readThanks(tab, visitor);
  expect(visitor.errors).toEqual([]);

  stage.wire.mend();
  await tab.open('/shop');
  // What the page before could not send waits for its turn.
  await visitor.run(20_000);
  const { summary } = await stage.stored(visitor, drawn, ({ summary: { goals } }) => goals.length > 0);
  expect(summary.goals).toMatchObject([{ event: 'purchase', value: 86, currency: 'USD' }]);
  await visitor.close();
});

it('a collector that answers 500 to everything harms nothing', async () => {
  const visitor = await stage.open({ consent: 'granted' });
  await visitor.context.route(`${stage.wire.origin}/v1/**`, (route) => route.fulfill({ status: 500, body: 'x', headers: { 'access-control-allow-origin': '*' } }));
  const { page } = await visitor.newTab();
  await page.goto(`${stage.origin}/products/slow-teapot`, { waitUntil: 'load' });
  await Promise.all([page.waitForEvent('load'), page.click('#add')]);
  await visitor.run(60_000);
  expect(await shop.buy(page, stage.origin)).toMatch(/^F-/);
  await visitor.close();
});
