import { afterAll, beforeAll, expect, it } from 'vitest';
import { createStage, type Stage } from './recipes/stage/createStage.ts';
import type { Tab } from './recipes/stage/openVisitor.ts';

let stage: Stage;
beforeAll(async () => { stage = await createStage(); });
afterAll(() => stage.close());

const session = ({ page }: Tab): Promise<string> => page.evaluate(() => (window as any).tactful.summary().session as string);

it('a page that is read for 40 minutes keeps the session alive, for the next page and for the other tab', async () => {
  const visitor = await stage.open({ consent: 'granted' });
  const tab = await visitor.newTab();
  await tab.open('/help/shipping');
  const other = await visitor.newTab();
  await other.open('/help/shipping');
  const first = await session(tab);
  expect(await session(other)).toBe(first);
  for (const x of [500, 510, 520, 530]) {
    // One leap: what is written meanwhile is written in the browser's own time.
    await visitor.context.clock.fastForward(600_000);
    await tab.page.mouse.move(x, 300);
  }
  await tab.open('/help/shipping');
  expect(await session(tab)).toBe(first);
  await other.open('/help/shipping');
  expect(await session(other)).toBe(first);
  await visitor.close();
});

it('31 minutes without anybody there begin another one', async () => {
  const visitor = await stage.open({ consent: 'granted' });
  const tab = await visitor.newTab();
  await tab.open('/help/shipping');
  const first = await session(tab);
  await visitor.context.clock.fastForward(31 * 60_000);
  await tab.open('/help/shipping');
  expect(await session(tab)).not.toBe(first);
  await visitor.close();
});

it('the session keeps the device and the origin with which it began, whatever page tells of it', async () => {
  const visitor = await stage.open({ consent: 'granted', viewport: { width: 390, height: 800 } });
  const tab = await visitor.newTab();
  await tab.open('/help/shipping?utm_source=letter');
  const context = ({ page }: Tab): Promise<object> => page.evaluate(() => (window as any).tactful.summary().context as object);
  const first = await context(tab);
  await tab.page.evaluate(() => { location.href = '/'; });
  await tab.page.waitForURL(/\/$/);
  await tab.open('/help/shipping');
  expect(first).toMatchObject({ referrer: 'campaign' });
  expect(await context(tab)).toEqual(first);
  await visitor.close();
});
