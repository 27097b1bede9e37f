import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { EDGE_GAP, HEIGHTS, LEAST, NARROW, WIDTH } from '../../packages/sdk/src/act/boxes.ts';
import type { Spot } from '../../packages/sdk/src/act/view.ts';
import { drawn } from './harness/drawn.ts';
import { play, SCENES } from './widget/scenes.ts';
import { useStage } from './widget/useStage.ts';
import { coveredBy, watchPay } from './widget/watchPay.ts';

const { open } = useStage();
const PLACES = ['bottom right', 'bottom left', 'top right', 'top left'] as const satisfies Spot['place'][];
const FIRST = SCENES.filter(({ drive, given }) => !drive && !given?.preview);
const VIEWPORTS = [[320, 568], [375, 667], [1280, 720]] as const;
/** Of a window so wide, as it is to be seen. */
const gapOf = (width: number): number => width > 480 ? EDGE_GAP : EDGE_GAP / 2;
/** Where the core would have a message stand. */
const findSpot = (page: Page, kind: string, position?: 'end' | 'start') =>
  page.evaluate((wish) => (window as unknown as { findSpot(...wish: unknown[]): Spot }).findSpot(...wish), [kind, position] as const);
const panel = (page: Page) => page.locator('tactful-widget').locator('.panel,.launcher');
const boxOf = (page: Page) => panel(page).evaluate((one) => one.getBoundingClientRect().toJSON() as DOMRect);
const each = VIEWPORTS.flatMap(([width, height]) => (['en', 'ar'] as const).map((locale) => ({ width, height, locale })));

it.each(each)('keeps to its corner and box at $width × $height, $locale', async ({ width, height, locale }) => {
  const { page, context } = await open({ locale }, { viewport: { width, height } });
  const gap = gapOf(width);
  // Nothing here to move away from.
  await page.evaluate(() => document.querySelector('main')?.remove());
  for (const scene of FIRST) {
    for (const place of PLACES) {
      await play(page, scene, { locale, spot: { place } });
      const box = await boxOf(page);
      const at = `${scene.name} ${place}`;
      expect(box.width, at).toBe(scene.kind !== 'banner' && width - 2 * gap > NARROW ? WIDTH : width - 2 * gap);
      expect(box.height, at).toBeLessThanOrEqual(Math.min(HEIGHTS[scene.kind], height - 2 * gap));
      expect([place.endsWith('right') ? width - box.right : box.left, place.startsWith('top') ? box.top : height - box.bottom], at).toEqual([gap, gap]);
    }
  }
  await context.close();
});

it.each(each)('never lies on the Pay button at $width × $height, $locale, in no scene of any kind', async ({ width, height, locale }) => {
  // In the middle every kind has less room than it grows to.
  const { page, context } = await open({ locale, pay: locale === 'ar' && width !== 375 ? 'bottom' : 'middle' }, { viewport: { width, height } });
  await watchPay(page);
  for (const scene of SCENES) {
    const spot = await findSpot(page, scene.kind, locale === 'ar' ? 'start' : 'end');
    expect(spot, scene.name).toBeTruthy();
    await play(page, scene, { locale, spot });
    expect(await coveredBy(page), scene.name).toEqual([]);
    const { left, top, right, bottom } = await boxOf(page);
    expect(Math.min(left, top, width - right, height - bottom), scene.name).toBeGreaterThanOrEqual(gapOf(width));
    await page.evaluate('window.widget.hide()');
  }
  await context.close();
});

const scene = (name: string) => SCENES.find((one) => one.name === name)!;

it('gives way to what the page lays under it, once the mouse and the visitor’s typing have left it', async () => {
  const { page, context } = await open({ pay: 'top' }, { viewport: { width: 375, height: 667 } });
  await play(page, scene('chat-form'), { spot: await findSpot(page, 'chat') });
  await watchPay(page);
  const [textarea, pay] = [page.locator('tactful-widget').locator('textarea'), page.locator('#pay')];
  await textarea.fill('The workflow does n');
  const before = await boxOf(page);
  // A bar that sticks to the window's bottom comes while the visitor types.
  await pay.evaluate((one: HTMLElement) => Object.assign(one.style, { top: 'auto', bottom: '8px' }));
  await expect.poll(() => coveredBy(page)).toContain('tactful-widget');
  await page.keyboard.type('ot save.');
  expect(await boxOf(page)).toEqual(before);
  // The mouse is still over it.
  await textarea.hover();
  await textarea.blur();
  await drawn(page);
  expect(await boxOf(page)).toEqual(before);
  await page.mouse.move(1, 1);
  await expect.poll(async () => (await boxOf(page)).bottom).toBeLessThanOrEqual(667 - 56 - 8);
  await coveredBy(page);
  expect(await coveredBy(page)).toEqual([]);
  expect(await textarea.inputValue()).toBe('The workflow does not save.');
  await context.close();
});

it('gives way once the mouse has left what was drawn anew under it', async () => {
  const { page, context } = await open({ pay: 'top' }, { viewport: { width: 375, height: 667 } });
  await play(page, scene('card'), { spot: await findSpot(page, 'card') });
  await page.locator('tactful-widget').locator('.primary').hover();
  // The mouse goes before a frame is drawn: the browser tells nobody that it left.
  const redrawn = page.evaluate(() => {
    const { parentElement: box } = document.querySelector('tactful-widget')!.shadowRoot!.querySelector('.primary')!;
    box!.replaceWith(box!.cloneNode(true));
    for (const from = performance.now(); performance.now() - from < 300;);
  });
  await Promise.all([redrawn, page.mouse.move(1, 1)]);
  await page.locator('#pay').evaluate((one: HTMLElement) => Object.assign(one.style, { top: 'auto', bottom: '8px' }));
  await expect.poll(async () => (await boxOf(page)).bottom).toBeLessThanOrEqual(667 - 56 - 8);
  await context.close();
});

it('waits unseen where the page leaves it nothing, and comes back with what was typed', async () => {
  const { page, context } = await open({ pay: 'top' }, { viewport: { width: 375, height: 667 } });
  await play(page, scene('chat-form'), { spot: await findSpot(page, 'chat') });
  const textarea = page.locator('tactful-widget').locator('textarea');
  await textarea.fill('The workflow');
  await textarea.blur();
  await page.mouse.move(1, 1);
  const height = (px: number) => page.locator('#pay').evaluate((one: HTMLElement, to) => Object.assign(one.style, { height: to + 'px' }), px);
  // What there is gets lower first, and scrolls as a whole.
  await height(527);
  await expect.poll(async () => (await boxOf(page)).height).toBe(667 - 527 - 3 * 8);
  expect(await panel(page).evaluate((one) => one.scrollHeight > 560)).toBe(true);
  await height(667 - 3 * 8 - LEAST + 1);
  await expect.poll(() => panel(page).isVisible()).toBe(false);
  await height(48);
  await expect.poll(() => panel(page).isVisible()).toBe(true);
  expect([await textarea.inputValue(), (await boxOf(page)).height]).toEqual(['The workflow', 560]);
  await context.close();
});

it.each([[640, 360], [320, 256]])('fits a window zoomed to %i × %i in every state', async (width, height) => {
  const { page, context } = await open({}, { viewport: { width, height } });
  for (const scene of SCENES) {
    await play(page, scene);
    const drawn = page.locator('tactful-widget').locator('.panel,.launcher');
    const { left, top, right, bottom } = await drawn.evaluate((one) => one.getBoundingClientRect().toJSON() as DOMRect);
    expect(Math.min(left, top, width - right, height - bottom), scene.name).toBeGreaterThanOrEqual(8);
    const wide = await drawn.evaluate((one) => [...one.querySelectorAll('.main')].some((main) => main.scrollWidth > main.clientWidth));
    expect(wide, scene.name).toBe(false);
  }
  await context.close();
});

it('stays above a phone’s keyboard, and back down after it', async () => {
  const { page, context } = await open({}, { viewport: { width: 375, height: 667 } });
  await page.addInitScript(() => {
    const keyboard = Object.assign(new EventTarget(), { height: innerHeight, offsetTop: 0, scale: 1 });
    Object.defineProperty(window, 'visualViewport', { value: keyboard });
  });
  await page.reload();
  await page.waitForFunction('window.ready');
  await play(page, scene('chat-form'));
  const textarea = page.locator('tactful-widget').locator('textarea');
  await textarea.focus();
  const bottom = (covered: number) =>
    page.evaluate((px) => {
      const visual = window.visualViewport as unknown as EventTarget & { height: number };
      visual.height = innerHeight - px;
      visual.dispatchEvent(new Event('resize'));
      const panel = document.querySelector('tactful-widget')?.shadowRoot?.querySelector('.panel') as HTMLElement;
      return [panel.getBoundingClientRect().top, innerHeight - panel.getBoundingClientRect().bottom];
    }, covered);
  const [top, below] = await bottom(300);
  expect(below).toBe(308);
  expect(top).toBeGreaterThanOrEqual(8);
  const field = await textarea.evaluate((one) => one.getBoundingClientRect().toJSON() as DOMRect);
  expect(field.top).toBeGreaterThanOrEqual(top as number);
  expect(field.bottom).toBeLessThanOrEqual(667 - 300);
  expect((await bottom(0))[1]).toBe(8);
  await context.close();
});

it('keeps off the notch and the home bar of a phone that lies on its side', async () => {
  const { page, context } = await open({}, { viewport: { width: 844, height: 450 } });
  const devtools = await context.newCDPSession(page);
  await devtools.send('Emulation.setSafeAreaInsetsOverride', { insets: { top: 0, right: 47, bottom: 21, left: 47 } });
  // Nothing here to keep clear of.
  await page.evaluate(() => document.querySelector('main')?.remove());
  await play(page, scene('chat-form'));
  const { top, right, bottom } = await page.locator('tactful-widget').locator('.panel').evaluate((one) => one.getBoundingClientRect().toJSON() as DOMRect);
  expect([top, 844 - right, 450 - bottom]).toEqual([EDGE_GAP, EDGE_GAP + 47, EDGE_GAP + 21]);
  await context.close();
});

/** Where a card goes on a page of one control at its place, which is drawn as wished: itself, or inside of an element of the page's own. */
async function findBeside(html: string, mode: ShadowRootMode | 'light', slotted = ''): Promise<string | undefined> {
  const { page, context } = await open({}, { viewport: { width: 1280, height: 720 }, closed: true });
  const place = await page.evaluate(([html, mode, slotted]) => {
    const parse = (text: string) => [...new DOMParser().parseFromString(text, 'text/html').body.childNodes];
    const box = document.createElement('x-pay');
    Object.assign(box.style, { position: 'fixed', insetInlineEnd: '20px', bottom: '20px', width: '200px', height: '48px', display: 'block' });
    document.body.replaceChildren(box);
    (mode == 'light' ? box : box.attachShadow({ mode: mode as ShadowRootMode })).append(...parse(html!));
    box.append(...parse(slotted!));
    const spot = (window as unknown as { findSpot(kind: string): Spot | false }).findSpot('card');
    return spot ? spot.place : undefined;
  }, [html, mode, slotted] as const);
  await context.close();
  return place;
}
const WORD = '<span style="display:block;height:100%">A word</span>';
const PAY = '<button style="width:100%;height:100%">Pay</button>';
it('does not lie on a control in a shadow root, open or closed', async () => {
  expect(await findBeside('A word', 'light')).toBe('bottom left');
  expect(await findBeside(WORD, 'light')).toBe('bottom right');
  expect(await findBeside(PAY, 'open')).toBe('bottom left');
  expect(await findBeside(PAY, 'closed')).toBe('bottom left');
  expect(await findBeside(WORD, 'open')).toBe('bottom right');
  expect(await findBeside('<button style="width:100%;height:100%"><slot></slot></button>', 'open', '<b style="display:block">Pay</b>')).toBe('bottom left');
});
it('counts what the keyboard reaches while it is small', async () => {
  const item = (attribute: string, style = 'height:100%') => findBeside(`<div ${attribute} style="${style}"><p>Open</p></div>`, 'light');
  expect(await item('role="menuitem"')).toBe('bottom left');
  expect(await item('tabindex="0"')).toBe('bottom left');
  expect(await item('tabindex="0"', 'position:fixed;inset:0')).toBe('bottom right');
});
it('of a shadow root, too, may lie on what scrolls away, never on what stays or sends', async () => {
  const on = async (html: string, around = '') => {
    const { page, context } = await open({}, { viewport: { width: 375, height: 667 } });
    const place = await page.evaluate(([html, around]) => {
      const parse = (text: string) => [...new DOMParser().parseFromString(text, 'text/html').body.childNodes];
      document.body.replaceChildren(...parse(`<form style="height:3000px"><x-box style="display:block;height:667px;${around}"></x-box></form>`));
      document.querySelector('x-box')!.attachShadow({ mode: 'open' }).append(...parse(html!));
      const spot = (window as unknown as { findSpot(kind: string): Spot | false }).findSpot('card');
    return spot ? spot.place : undefined;
    }, [html, around] as const);
    await context.close();
    return place;
  };
  const FULL = 'style="display:block;width:100%;height:100%"';
  expect(await on(`<a href="#" ${FULL}>A product</a>`)).toBe('bottom right');
  expect(await on(`<a href="#" ${FULL}>A product</a>`, 'position:fixed;inset:0')).toBeUndefined();
  expect(await on(`<button ${FULL}>Pay</button>`)).toBeUndefined();
  expect(await on(`<button type="button" ${FULL}>Details</button>`)).toBe('bottom right');
});
