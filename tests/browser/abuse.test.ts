import { afterAll, beforeAll, expect, it } from 'vitest';
import { keepTexts, openRooms } from './abuse/playConsole.ts';
import { playWidget } from './abuse/playWidget.ts';
import { watchHits } from './abuse/watchHits.ts';
import { openConsole, type ConsoleStage } from './console/openConsole.ts';
import { useStage } from './widget/useStage.ts';

const TEXTS = [
  '<script>hit(1)</script>', '"><img src=x onerror=hit(2)>', "'><svg onload=hit(3)>", '<iframe srcdoc="<script>parent.hit(4)</script>">', 'javascript:hit(5)', '<a href="javascript:hit(6)">x</a>', '<style>@import "//x"</style>',
  '${hit(7)}', '{{constructor.constructor("hit(8)")()}}', '<details open ontoggle=hit(9)>', '<math><mtext></form><form><mglyph><style></math><img src onerror=hit(10)>', '</textarea><script>hit(11)</script>', '&lt;img src=x onerror=hit(12)&gt;', '=cmd|calc', '-->', ']]>',
];
const { open } = useStage();
let stage: ConsoleStage;
beforeAll(async () => { stage = await openConsole(); });
afterAll(() => stage.close());

it('texts that are meant to run stand in the widget as they are', async () => {
  const { page, context } = await open();
  const hits = await watchHits(context);
  await page.reload();
  await page.waitForFunction('window.ready');
  expect(await playWidget(page, TEXTS)).toEqual([]);
  expect(await hits()).toEqual([]);
  // It would have been seen.
  await page.evaluate((text) => { document.body.innerHTML = text; }, TEXTS[1]);
  await expect.poll(hits).toEqual(['hit(2)']);
  await context.close();
});

it('texts that are meant to run stand in the console as they are, whoever wrote them', async () => {
  expect(await keepTexts(stage.running, { id: 'shop', network: 18 }, TEXTS)).toEqual({ campaigns: TEXTS.length, requests: TEXTS.length });
  await stage.addStaff(['shop']);
  const { page, wrong } = await stage.open('#/shop/overview');
  const hits = await watchHits(page.context());
  await page.reload();
  await stage.signIn(page);
  await openRooms(page, 'shop');
  expect(await page.getByRole('article').count()).toBe(0);
  await page.evaluate(() => { location.hash = '#/shop/requests'; });
  await page.getByRole('heading', { name: TEXTS[0]!, exact: true }).waitFor();
  expect(await hits()).toEqual([]);
  expect(wrong).toEqual([]);
});
