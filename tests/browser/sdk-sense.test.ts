import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { BrowserContext } from 'playwright-core';
import { campaign, deviceConfig } from './harness/deviceConfig.ts';
import { openStage, type Stage } from './harness/openStage.ts';
import { openTab, SOON, type Tab } from './harness/openTab.ts';

const CONFIG = deviceConfig({
  parts: { sense: [] },
  targets: ['#street'],
  campaigns: [campaign('field', [{ on: 'field_hesitation', for: 2_000, target: 0 }])],
});
const BODY = `<h1>Shop</h1>
<button id="dead">Do it</button> <button id="quick">Open</button> <button id="late">Load</button> <p id="out"></p>
<div class="row"><button id="plus" aria-label="Add one">+</button><input id="n" type="number" value="1"></div>
<button id="bare">+</button> <table role="grid"><tr><td><button id="day">12</button></td></tr></table>
<p id="text" style="cursor:pointer">Hand-thrown in a small workshop by the river</p> <p id="plain">Nothing to press here</p>
<a id="file" href="/price-list.pdf">List</a> <a id="saved" href="/other" download>Save</a> <a id="tab" href="/other" target="_blank">Tab</a>
<div id="turning">1</div> <button id="within">More</button> <button id="quiet" data-tactful-ignore>Quiet</button>
<span class="price" id="price">€ 40</span>
<button id="buy" class="add-to-cart" style="position:absolute;left:900px;top:500px">Add to cart</button>
<form id="address" onsubmit="event.preventDefault()"><input id="street"><input id="city"><button id="send">Send</button></form>
<script>
quick.onclick=()=>out.textContent+='.';late.onclick=()=>setTimeout(()=>out.textContent+='!',2200);plus.onclick=()=>n.value++;
for(const link of document.querySelectorAll('a'))link.addEventListener('click',e=>e.preventDefault());
let turns=0;setInterval(()=>turning.textContent=++turns,200);
</script>`;
let stage: Stage;
let visitor: BrowserContext;
let tab: Tab;
beforeAll(async () => { stage = await openStage(CONFIG); });
afterAll(() => stage.close());
beforeEach(async () => {
  stage.body = BODY;
  stage.attributes = 'data-consent="granted"';
  visitor = await stage.visitor();
  tab = await openTab(stage, visitor);
});
afterEach(async () => {
  expect(tab.errors).toEqual([]);
  await visitor.close();
});

const counts = async (): Promise<Record<string, number>> => (await tab.call('summary')).counts;
/** As fast as the browser takes them: how long the machine takes between two of them is no matter. */
const press = (selector: string, times: number): Promise<void> => tab.page.click(selector, { clickCount: times });
/** A click with an effect ends the wait of those before it: what they told is told. */
const settled = async (): Promise<void> => {
  const { waits = 0 } = await counts();
  await tab.page.click('#quick');
  await expect.poll(async () => (await counts())['waits'], SOON).toBeGreaterThan(waits);
};
/** What changes by itself was seen to do so for long enough to be known for it; what sees it comes in a file of its own. @returns waits so far. */
const turning = async (): Promise<number> => {
  await settled();
  const turned = await tab.page.textContent('#turning');
  await tab.page.waitForFunction((from) => Number(document.querySelector('#turning')!.textContent) > from + 5, Number(turned));
  return (await counts())['waits']!;
};

it('three clicks on what does nothing are a rage click, and five are one', async () => {
  await press('#dead', 5);
  await expect.poll(async () => (await counts())['rage_clicks'], SOON).toBe(1);
});

it.each(['#plus', '#bare', '#day', '#n'])('clicking %s again and again is how it is used', async (selector) => {
  await press(selector, 9);
  await settled();
  expect(await counts()).not.toHaveProperty('rage_clicks');
});

it('clicks that select text, and two of them, are none', async () => {
  await tab.page.click('#text', { clickCount: 3 });
  await tab.page.click('#dead', { clickCount: 2 });
  await settled();
  expect(await counts()).not.toHaveProperty('rage_clicks');
});

it('clicks far apart are none', async () => {
  for (const selector of ['#dead', '#buy', '#dead', '#buy']) await tab.page.click(selector);
  await settled();
  expect(await counts()).not.toHaveProperty('rage_clicks');
});

it('a click that changes nothing in 2.5 s is dead, also beside what changes by itself', async () => {
  const waits = await turning();
  const { waited_ms } = await counts();
  await tab.page.click('#within');
  await expect.poll(async () => (await counts())['dead_clicks'], SOON).toBe(1);
  expect(await counts()).toMatchObject({ waits: waits + 1, waited_ms: waited_ms! + 10_000 });
});

it('a click that is answered at once is neither dead nor slow', async () => {
  await tab.page.click('#quick');
  await expect.poll(async () => (await counts())['waits'], SOON).toBe(1);
  expect((await counts())['wait_ms']).toBeLessThan(500);
  expect(await counts()).not.toHaveProperty('dead_clicks');
});

it('a click that waits 2.2 s for its effect is slow, and not dead', async () => {
  await turning();
  await tab.page.click('#late');
  await expect.poll(async () => (await counts())['slow_clicks'], SOON).toBe(1);
  expect(await counts()).not.toHaveProperty('dead_clicks');
});

it.each([
  ['a download', '#saved', {}], ['a file', '#file', {}], ['a new tab', '#tab', {}], ['a modifier key', '#dead', { modifiers: ['Control'] }], ['shift', '#dead', { modifiers: ['Shift'] }],
  ['another button of the mouse', '#dead', { button: 'right' }], ['what looks like text', '#plain', {}], ['what the page marks', '#quiet', {}],
] as const)('%s is no dead click', async (_name, selector, how) => {
  await settled();
  const { waits } = await counts();
  await tab.page.click(selector, how as object);
  // One that waits would have its effect now, and be counted.
  await tab.page.evaluate(() => { document.querySelector('#out')!.textContent += '.'; });
  expect((await counts())['waits']).toBe(waits);
});

it('a click before another tab is looked at is not dead', async () => {
  await turning();
  await tab.page.click('#dead');
  await tab.page.evaluate(() => window.dispatchEvent(new Event('blur')));
  await tab.page.click('#within');
  await expect.poll(async () => (await counts())['dead_clicks'], SOON).toBe(1);
});

it('a hand that rests at what buys and goes hesitates; one that passes by, or presses, does not', async () => {
  const { page } = tab;
  const rest = async (): Promise<void> => void await page.waitForFunction((from) => performance.now() - from > 700, await page.evaluate(() => performance.now()));
  const away = (): Promise<void> => page.mouse.move(200, 200);
  const near = async (): Promise<void> => {
    await page.mouse.move(880, 480);
    await rest();
    await page.mouse.move(890, 490);
  };
  for (const times of [1, 2]) {
    await near();
    await away();
    await expect.poll(async () => (await counts())['hesitations'], SOON).toBe(times);
  }
  await page.mouse.move(880, 480);
  await away();
  await near();
  await page.click('#buy');
  await away();
  await settled();
  expect((await counts())['hesitations']).toBe(2);
});

it('a pointer over the price pays attention to it, for as long as it is there', async () => {
  await tab.page.hover('#price');
  await expect.poll(async () => (await counts())['price_ms'], SOON).toBeGreaterThan(900);
  await tab.page.mouse.move(600, 600);
  const { price_ms: before } = await counts();
  await settled();
  expect((await counts())['price_ms']! - before!).toBeLessThan(300);
  expect(await counts()).not.toHaveProperty('shipping_ms');
});

it('a field that is looked at and not filled in; typing is progress', async () => {
  await tab.page.focus('#city');
  await tab.page.focus('#street');
  for (let n = 0; n < 12; n++) {
    await tab.page.keyboard.type('a');
    await tab.page.waitForFunction((from) => performance.now() - from > 200, await tab.page.evaluate(() => performance.now()));
  }
  expect(await tab.count('message:shown')).toBe(0);
  await tab.page.keyboard.press('Backspace');
  await tab.page.focus('#city');
  await tab.page.focus('#street');
  await expect.poll(async () => (await tab.call('explain', 'field'))[0].gates.find(({ gate }: { gate: string }) => gate === 'trigger').passed, SOON).toBe(true);
});

it('a begun form is abandoned with its page, and not once it is sent', async () => {
  await tab.page.fill('#street', 'Kiln Lane 4');
  await tab.page.click('#send');
  await tab.page.evaluate(() => history.pushState({}, '', '/checkout/1'));
  expect(await counts()).not.toHaveProperty('form_abandons');
  await tab.page.locator('#city').pressSequentially('Berlin');
  await tab.page.evaluate(() => history.pushState({}, '', '/'));
  await expect.poll(async () => (await counts())['form_abandons'], SOON).toBe(1);
});

it('a mouse that a script moves is told from a hand', async () => {
  await tab.page.evaluate(() => Object.defineProperty(navigator, 'webdriver', { value: false }));
  expect((await tab.call('summary')).bot).toBe(0);
  for (const [x, y] of [[900, 100], [300, 500], [1000, 600], [200, 150], [800, 400], [250, 600], [1100, 200], [400, 100]] as const) await tab.page.mouse.move(x, y, { steps: 60 });
  await expect.poll(async () => (await tab.call('summary')).bot, SOON).toBeGreaterThan(0.5);
});

it('without autocapture there is none of it', async () => {
  stage.attributes = 'data-consent="granted" data-autocapture="false"';
  await tab.go('/');
  await press('#dead', 4);
  await tab.page.evaluate(() => (window as any).tactful.track('a'));
  const { events, rage_clicks, page_views } = await counts();
  expect([events, rage_clicks, page_views]).toEqual([1, undefined, 2]);
});
