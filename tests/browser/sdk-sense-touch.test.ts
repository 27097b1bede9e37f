import type { BrowserContext, CDPSession } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { deviceConfig } from './harness/deviceConfig.ts';
import { openStage, type Stage } from './harness/openStage.ts';
import { openTab, SOON, type Tab } from './harness/openTab.ts';

const PHONE = { viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true };
/** Past half a screen, and still near the top. */
const READ = 700;
let stage: Stage;
let visitor: BrowserContext;
let tab: Tab;
let cdp: CDPSession;
beforeAll(async () => { stage = await openStage(deviceConfig({ parts: { sense: [] } })); });
afterAll(() => stage.close());
beforeEach(async () => {
  stage.head = '<meta name="viewport" content="width=device-width">';
  stage.body = '<h1>Shop</h1><div style="height:9000px"></div>';
  visitor = await stage.visitor(PHONE);
  tab = await openTab(stage, visitor);
  cdp = await visitor.newCDPSession(tab.page);
});
afterEach(async () => {
  expect(tab.errors).toEqual([]);
  await visitor.close();
});

const exits = async (): Promise<number> => (await tab.call('summary')).counts.exit_intents ?? 0;
const scrollTo = (y: number): Promise<void> => tab.page.evaluate((to) => scrollTo({ top: to, behavior: 'instant' }), y);
/** A finger that takes the page along, timed by itself and not by the machine. */
async function flick({ from, to, ms, rest = 0 }: { readonly from: number; readonly to: number; readonly ms: number; readonly rest?: number }): Promise<void> {
  const start = Date.now() / 1_000;
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', after: number, y?: number): Promise<unknown> =>
    cdp.send('Input.dispatchTouchEvent', { type, touchPoints: y === undefined ? [] : [{ x: 200, y }], timestamp: start + after / 1_000 });
  await touch('touchStart', 0, from);
  for (let step = 1; step <= 5; step++) await touch('touchMove', (ms * step) / 5, from + ((to - from) * step) / 5);
  await touch('touchEnd', ms + rest + 4);
}
const leaves = (): Promise<void> => flick({ from: 200, to: 650, ms: 150 });

it('a finger that takes the page up, fast, near the top, is about to leave', async () => {
  await scrollTo(READ);
  await leaves();
  await expect.poll(exits, SOON).toBe(1);
  await scrollTo(0);
  // Who has not read on since is not leaving again.
  await leaves();
  expect(await exits()).toBe(1);
});

it('so is one whose moves the browser keeps to itself while it scrolls', async () => {
  await scrollTo(READ);
  await cdp.send('Input.synthesizeScrollGesture', { x: 200, y: 150, yDistance: 550, speed: 9_000, gestureSourceType: 'touch', preventFling: true });
  await expect.poll(exits, SOON).toBe(1);
});

it('none of these is: short of what was read, slow, short, at rest before it lets go, far down, taking the page on', async () => {
  const still = async (at: number, how: Parameters<typeof flick>[0]): Promise<void> => {
    await scrollTo(at);
    await flick(how);
    expect(await exits()).toBe(0);
  };
  await still(0, { from: 200, to: 650, ms: 150 });
  await still(READ, { from: 200, to: 650, ms: 900 });
  await still(READ, { from: 300, to: 380, ms: 40 });
  await still(READ, { from: 200, to: 650, ms: 150, rest: 1_500 });
  await still(4_000, { from: 200, to: 650, ms: 150 });
  await still(READ, { from: 650, to: 200, ms: 150 });
  await scrollTo(READ);
  await leaves();
  await expect.poll(exits, SOON).toBe(1);
});
