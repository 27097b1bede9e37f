import { afterAll, beforeAll, expect, it } from 'vitest';
import { createStage, type Stage } from './recipes/stage/createStage.ts';
import type { Tab } from './recipes/stage/openVisitor.ts';

let stage: Stage;
beforeAll(async () => { stage = await createStage(); });
afterAll(() => stage.close());

const active = ({ page }: Tab): Promise<number> => page.evaluate(() => (window as any).tactful.summary().activeMs as number);

it('the summary is of the moment at which it is asked for', async () => {
  const visitor = await stage.open({ consent: 'granted' });
  const tab = await visitor.newTab();
  await tab.open('/help/shipping');
  await tab.page.mouse.move(500, 300);
  const before = await active(tab);
  await visitor.run(740);
  expect(await active(tab) - before).toBe(740);
  await visitor.close();
});

it('two minutes away count one, from the last input to within a tenth of a second', async () => {
  const visitor = await stage.open({ consent: 'granted' });
  const tab = await visitor.newTab();
  await tab.open('/help/shipping');
  await tab.page.mouse.move(500, 300);
  const before = await active(tab);
  await visitor.run(900);
  await tab.page.mouse.move(510, 300);
  await visitor.run(120_000);
  await tab.page.mouse.move(520, 300);
  await visitor.run(1_000);
  expect(Math.abs(await active(tab) - before - 61_900)).toBeLessThanOrEqual(100);
  await visitor.close();
});

it('time in another window does not count; it goes on where it stood', async () => {
  const visitor = await stage.open({ consent: 'granted' });
  const tab = await visitor.newTab();
  await tab.open('/help/shipping');
  await tab.page.mouse.move(500, 300);
  const before = await active(tab);
  await visitor.run(4_000);
  await tab.focus(false);
  await visitor.run(30_000);
  await tab.focus(true);
  await visitor.run(3_000);
  expect(Math.abs(await active(tab) - before - 7_000)).toBeLessThanOrEqual(2);
  await visitor.close();
});
