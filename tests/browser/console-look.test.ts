import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeSite, SHOP } from '../worker/harness/makeSite.ts';
import { STALL } from '../worker/harness/STALL.ts';
import { drawn } from './harness/drawn.ts';
import { openConsole, type ConsoleStage } from './console/openConsole.ts';
import { sendVisitors } from './console/sendVisitors.ts';
import { settled } from './console/settled.ts';

const AXE = readFileSync(new URL(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
const SESSION = 'streatment0'.padEnd(23, 'x');
const ROOMS = ['overview', 'campaigns', 'campaigns/edit', 'campaigns/add', 'campaigns/versions/1', 'campaigns/model', 'sessions', `sessions/${SESSION}`, 'offers', 'requests', 'team', 'setup'];
let stage: ConsoleStage;
beforeAll(async () => {
  stage = await openConsole();
  const site = await makeSite(stage.running, { id: 'shop', source: STALL });
  await makeSite(stage.running, { id: 'bare' });
  await stage.addStaff(['shop', 'bare']);
  for (const arm of ['treatment', 'control'] as const) await sendVisitors(stage.running, site, { arm, visitors: 100, buys: 4, value: 20 });
  await stage.running.fetch(`/v1/requests?key=${site.key}`, {
    method: 'POST', headers: { origin: SHOP, 'content-type': 'text/plain' },
    body: JSON.stringify({ id: 'r'.repeat(22), name: 'سارة', contact: 'w'.repeat(120), text: 'هل يمكن الدفع عند الاستلام؟', locale: 'ar' }),
  });
});
afterAll(() => stage.close());

it.each([
  ['shop', 1280, 'light'], ['shop', 390, 'dark'], ['shop', 360, 'light'], ['shop', 1600, 'dark'], ['bare', 1280, 'dark'], ['bare', 390, 'light'],
] as const)('%s at %i px, %s: axe finds nothing, nothing is wider than the window, the policy refuses nothing', async (site, width, colorScheme) => {
  const { page, wrong } = await stage.open('', { viewport: { width, height: 800 }, colorScheme });
  await page.getByLabel('E-mail').waitFor();
  const found: string[] = [];
  const look = async (room: string): Promise<void> => {
    await page.evaluate(AXE);
    const { violations } = (await page.evaluate("axe.run({ resultTypes: ['violations'] })")) as { violations: { id: string; nodes: { target: unknown; failureSummary: string }[] }[] };
    for (const { id, nodes } of violations) found.push(`${room}: ${id} ${JSON.stringify(nodes.map((node) => [node.target, node.failureSummary]))}`);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (over > 0) found.push(`${room}: ${over} px too wide`);
  };
  await look('sign in');
  await stage.signIn(page);
  for (const room of ROOMS) {
    await page.evaluate((hash) => { location.hash = hash; }, `#/${site}/${room}`);
    await settled(page);
    await look(room);
  }
  expect(found).toEqual([]);
  expect(wrong).toEqual([]);
}, 180_000);

it.each(['light', 'dark'] as const)('passes axe with the sign-in over the rooms, %s', async (colorScheme) => {
  const { page } = await stage.open('#/shop/campaigns', { colorScheme });
  await stage.signIn(page);
  await page.getByRole('button', { name: 'Pause' }).first().waitFor();
  await page.context().clearCookies();
  await page.getByRole('button', { name: 'Pause' }).first().click();
  await page.getByRole('dialog', { name: 'Sign in' }).waitFor();
  await page.evaluate(AXE);
  const { violations } = (await page.evaluate("axe.run({ resultTypes: ['violations'] })")) as { violations: { id: string }[] };
  expect(violations.map(({ id }) => id)).toEqual([]);
});

it('keeps the bar of a phone whole: the site switcher uncut, “Sign out” on one line', async () => {
  const { page } = await stage.open('#/shop/overview', { viewport: { width: 360, height: 700 } });
  await stage.signIn(page);
  const { cut, high } = await page.evaluate(() => {
    const site = document.querySelector('.site')!, select = site.querySelector('select')!, leave = document.querySelector('.bar button')!;
    select.selectedOptions[0]!.textContent = 'A shop with rather a long name';
    return { cut: select.getBoundingClientRect().right - site.getBoundingClientRect().right, high: leave.getBoundingClientRect().height };
  });
  expect(cut).toBeLessThanOrEqual(0);
  expect(high).toBeLessThan(40);
});

it.each([320, 375, 390])('keeps names apart in the bars of a phone, at %i px', async (width) => {
  const { page } = await stage.open('#/shop/overview', { viewport: { width, height: 720 } });
  await stage.signIn(page);
  const gaps = await page.evaluate(() => {
    const spans = (selector: string): DOMRect[] => [...document.querySelectorAll(selector)].map((one) => {
      const range = document.createRange();
      range.selectNodeContents(one);
      return range.getBoundingClientRect();
    });
    const between = (boxes: DOMRect[]): number[] => boxes.slice(1).map((box, at) => box.left - boxes[at]!.right);
    return [...between(spans('.rooms a > span')), ...between(spans('.bar .role, .bar button'))];
  });
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(2);
});

it('is worked by keyboard alone: skip link, rooms, and out of the editor', async () => {
  const { page } = await stage.open('#/shop/campaigns/edit');
  await stage.signIn(page);
  await page.reload();
  await page.getByLabel('Configuration as JSON').waitFor();
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to content');
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
  await page.getByLabel('Configuration as JSON').focus();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).maxLength)).toBe(200);
});

it('hides no focus under the bar of rooms on a phone', async () => {
  const { page } = await stage.open('#/shop/sessions', { viewport: { width: 390, height: 700 } });
  await stage.signIn(page);
  await settled(page);
  const hidden: number[] = [];
  await page.locator('tbody a').first().focus();
  for (let row = 1; row <= 12; row++) {
    await page.keyboard.press('Tab');
    const under = await page.evaluate(() => document.activeElement!.getBoundingClientRect().bottom > document.querySelector('.rooms')!.getBoundingClientRect().top);
    if (under) hidden.push(row);
  }
  expect(hidden).toEqual([]);
});

it('moves nothing when it refreshes, and a minute passed meanwhile', async () => {
  const { page } = await stage.open('#/shop/overview');
  await page.clock.install();
  await stage.signIn(page);
  await settled(page);
  let passed = 0;
  await page.route('**/overview', async (route) => {
    const response = await route.fetch();
    const overview = await response.json();
    const counts = [{ summaries: 200, exposures: 100 }, { summaries: 0, exposures: 0 }];
    passed++;
    await route.fulfill({ response, json: { ...overview, minutes: overview.minutes.map((minute: object, place: number) => ({ ...minute, ...counts[(place + passed) % 2] })) } });
  });
  const asked = (): Promise<unknown> => page.waitForResponse((response) => response.url().endsWith('/overview'));
  await page.evaluate(() => {
    (window as any).moved = [];
    new PerformanceObserver((list) => {
      for (const { sources } of list.getEntries() as any) for (const { node } of sources) (window as any).moved.push((node?.parentElement ?? node)?.outerHTML);
    }).observe({ type: 'layout-shift' });
  });
  for (let turn = 0; turn < 3; turn++) {
    await Promise.all([asked(), page.clock.runFor(5_000)]);
    await drawn(page);
  }
  expect(passed).toBe(3);
  expect(await page.evaluate(() => (window as any).moved)).toEqual([]);
});
