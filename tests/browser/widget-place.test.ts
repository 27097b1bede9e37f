import { expect, it } from 'vitest';
import { boxOf } from '../../packages/sdk/src/act/boxOf.ts';
import { EDGE_GAP } from '../../packages/sdk/src/act/boxes.ts';
import type { Place } from '../../packages/sdk/src/act/view.ts';
import { messages } from './widget/messages.ts';
import { play, SCENES } from './widget/scenes.ts';
import { useStage } from './widget/useStage.ts';

const { open } = useStage();
const PLACES = ['bottom-end', 'bottom-start', 'top-end', 'top-start'] as const satisfies Place[];
const FIRST = SCENES.filter(({ drive, given }) => !drive && !given?.preview);
const VIEWPORTS = [[320, 568], [375, 667], [1280, 720]] as const;
const each = VIEWPORTS.flatMap(([width, height]) => (['en', 'ar'] as const).map((locale) => ({ width, height, locale })));

it.each(each)('keeps to its corner and box at $width × $height, $locale', async ({ width, height, locale }) => {
  const { page, context } = await open({ locale }, { viewport: { width, height } });
  const gap = width > 480 ? EDGE_GAP : EDGE_GAP / 2;
  for (const scene of FIRST) {
    for (const place of PLACES) {
      await play(page, scene, { locale, place });
      const box = await page.locator('tactful-widget').locator('.panel').evaluate((one) => one.getBoundingClientRect().toJSON() as DOMRect);
      const { width: most, height: tallest } = boxOf(messages(locale)[scene.kind], width - 2 * gap, { ends: scene.given?.endsIn, claimed: scene.given?.claimed, asks: scene.given?.asks });
      const right = place.endsWith('end') === (locale !== 'ar');
      const at = `${scene.name} ${place}`;
      expect(box.width, at).toBe(most);
      expect(box.height, at).toBeLessThanOrEqual(Math.min(tallest, height - 2 * gap));
      expect([right ? width - box.right : box.left, place.startsWith('top') ? box.top : height - box.bottom], at).toEqual([gap, gap]);
    }
  }
  await context.close();
});

const LONG = 'Take your time with it, and write to us whenever something is not as it should be. ';
it.each(VIEWPORTS)('holds texts of every length in what it takes for them, at %i × %i', async (width, height) => {
  const { page, context } = await open({}, { viewport: { width, height } });
  const gap = width > 480 ? EDGE_GAP : EDGE_GAP / 2;
  for (const kind of ['card', 'coupon', 'banner'] as const) {
    for (const text of ['Hi', LONG.slice(0, 60), LONG + LONG, LONG.toUpperCase(), '商品还在购物车里，付款前先把运费减掉吧。'.repeat(3), 'ما زالت مشترياتك في السلة. أزِل رسوم الشحن قبل الدفع. '.repeat(3)]) {
      const message = { ...messages('en')[kind], title: text.slice(0, 70), body: text };
      await page.evaluate((view) => (window as any).widget.show(view), { campaign: 'c', message, place: 'bottom-end', fired: [] });
      const drawn = await page.locator('tactful-widget').locator('.panel').evaluate((one) => one.getBoundingClientRect().height);
      expect(drawn, `${kind} ${text.slice(0, 12)} ${text.length}`).toBeLessThanOrEqual(Math.min(boxOf(message, width - 2 * gap).height, height - 2 * gap));
      await page.evaluate('window.widget.hide()');
    }
  }
  await context.close();
});

it.each(VIEWPORTS)('holds a chat’s first step in what it takes for it, at %i × %i', async (width, height) => {
  const { page, context } = await open({}, { viewport: { width, height } });
  const gap = width > 480 ? EDGE_GAP : EDGE_GAP / 2;
  for (const replies of [1, 2, 3, 4]) {
    for (const text of ['Hi', LONG, LONG.toUpperCase(), '表单好像没有保存成功。要看看最常见的原因吗？', 'يبدو أن النموذج لم يُحفظ. هل أعرض عليك السبب المعتاد؟']) {
      const chat = [{ id: 'a', say: text, replies: Array.from({ length: replies }, () => ({ label: text.slice(0, 50) })) }];
      const message = { kind: 'chat' as const, title: text.slice(0, 40), ...(replies > 1 && { body: text }), chat };
      await page.evaluate((view) => (window as any).widget.show(view), { campaign: 'c', message, place: 'bottom-end', fired: [] });
      const drawn = await page.locator('tactful-widget').locator('.panel').evaluate((one) => one.getBoundingClientRect().height);
      expect(drawn, `${replies} ${text.slice(0, 12)}`).toBeLessThanOrEqual(Math.min(boxOf(message, width - 2 * gap).height, height - 2 * gap));
      await page.evaluate('window.widget.closeChat()');
    }
  }
  await context.close();
});

it.each(each)('never lies on the Pay button at $width × $height, $locale', async ({ width, height, locale }) => {
  const placed: string[] = [];
  for (const pay of ['bottom', 'top'] as const) {
    const { page, context } = await open({ locale, pay }, { viewport: { width, height } });
    for (const position of ['end', 'start'] as const) {
      for (const scene of FIRST) {
        const place = (await page.evaluate(
          (wish) => (window as unknown as { findPlace(wish: object): Place | undefined }).findPlace(wish),
          { message: messages(locale)[scene.kind], ends: scene.given?.endsIn, asks: scene.given?.asks, position, rtl: locale === 'ar' },
        ));
        // Nowhere to be without covering a control: the core waits, and nothing is drawn.
        if (!place) continue;
        await play(page, scene, { locale, place });
        const top = await page.evaluate(() => {
          const { left, top, width, height } = (document.getElementById('pay') as HTMLElement).getBoundingClientRect();
          return document.elementFromPoint(left + width / 2, top + height / 2)?.id;
        });
        expect(top, `${scene.name} ${place} pay ${pay}`).toBe('pay');
        placed.push(scene.name);
        await page.evaluate('window.widget.hide()');
      }
    }
    await context.close();
  }
  expect(new Set(placed)).toEqual(new Set(FIRST.map(({ name }) => name)));
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
  await play(page, SCENES.find(({ name }) => name === 'chat-form') as (typeof SCENES)[number]);
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
  await play(page, SCENES.find(({ name }) => name === 'chat-form') as (typeof SCENES)[number]);
  const { top, right, bottom } = await page.locator('tactful-widget').locator('.panel').evaluate((one) => one.getBoundingClientRect().toJSON() as DOMRect);
  expect([top, 844 - right, 450 - bottom]).toEqual([EDGE_GAP, EDGE_GAP + 47, EDGE_GAP + 21]);
  await context.close();
});

/** A phone's page as shops have them: links and a field from top to bottom, and one control that decides. */
async function findOn(control: string): Promise<Place | undefined> {
  const { page, context } = await open({}, { viewport: { width: 375, height: 667 } });
  const place = await page.evaluate((html) => {
    const row = '<p><a href="#">A product</a> <input aria-label="Quantity"></p>';
    const parsed = new DOMParser().parseFromString(`<form>${row.repeat(60)}${html}</form>`, 'text/html');
    document.body.replaceChildren(...document.adoptNode(parsed.body).childNodes);
    for (const one of document.querySelectorAll<HTMLElement>('a, input')) Object.assign(one.style, { display: 'block', width: '100%', height: '40px' });
    const chosen = document.getElementById('chosen');
    if (chosen) Object.assign(chosen.style, { position: chosen.title, inset: '0 0 auto', width: '100%', height: '100%' });
    return (window as unknown as { findPlace(deps: object): Place | undefined }).findPlace({ message: { kind: 'card', title: 'Need a hand with your order?', body: 'Delivery is free over $60. '.repeat(12) }, position: 'end', rtl: false });
  }, control);
  await context.close();
  return place;
}

it('may lie on what scrolls away from under it, never on what stays or sends', async () => {
  expect(await findOn('')).toBe('bottom-end');
  expect(await findOn('<a id="chosen" title="fixed" href="#">Menu</a>')).toBeUndefined();
  expect(await findOn('<button id="chosen" title="absolute">Pay</button>')).toBeUndefined();
  expect(await findOn('</form><form><input aria-label="Code"><button id="chosen" title="absolute">Apply</button>')).toBe('bottom-end');
  expect(await findOn('</form><form><button id="chosen" title="absolute">Place order</button>')).toBeUndefined();
  expect(await findOn('<button type="button" id="chosen" title="absolute">Details</button>')).toBe('bottom-end');
});

/** Where a card goes on a page of one control at its place, which is drawn as wished: itself, or inside of an element of the page's own. */
async function findBeside(html: string, mode: ShadowRootMode | 'light', slotted = ''): Promise<Place | undefined> {
  const { page, context } = await open({}, { viewport: { width: 1280, height: 720 }, closed: true });
  const place = await page.evaluate(([html, mode, slotted]) => {
    const parse = (text: string) => [...new DOMParser().parseFromString(text, 'text/html').body.childNodes];
    const box = document.createElement('x-pay');
    Object.assign(box.style, { position: 'fixed', insetInlineEnd: '20px', bottom: '20px', width: '200px', height: '48px', display: 'block' });
    document.body.replaceChildren(box);
    (mode == 'light' ? box : box.attachShadow({ mode: mode as ShadowRootMode })).append(...parse(html!));
    box.append(...parse(slotted!));
    return (window as unknown as { findPlace(deps: object): Place | undefined }).findPlace({ message: { kind: 'card', title: 'Hello', body: 'A word.' }, position: 'end', rtl: false });
  }, [html, mode, slotted] as const);
  await context.close();
  return place;
}
const WORD = '<span style="display:block;height:100%">A word</span>';
const PAY = '<button style="width:100%;height:100%">Pay</button>';
it('does not lie on a control in a shadow root, open or closed', async () => {
  expect(await findBeside('A word', 'light')).toBe('bottom-start');
  expect(await findBeside(WORD, 'light')).toBe('bottom-end');
  expect(await findBeside(PAY, 'open')).toBe('bottom-start');
  expect(await findBeside(PAY, 'closed')).toBe('bottom-start');
  expect(await findBeside(WORD, 'open')).toBe('bottom-end');
  expect(await findBeside('<button style="width:100%;height:100%"><slot></slot></button>', 'open', '<b style="display:block">Pay</b>')).toBe('bottom-start');
});
it('counts what the keyboard reaches while it is small', async () => {
  const item = (attribute: string, style = 'height:100%') => findBeside(`<div ${attribute} style="${style}"><p>Open</p></div>`, 'light');
  expect(await item('role="menuitem"')).toBe('bottom-start');
  expect(await item('tabindex="0"')).toBe('bottom-start');
  expect(await item('tabindex="0"', 'position:fixed;inset:0')).toBe('bottom-end');
});
it('of a shadow root, too, may lie on what scrolls away, never on what stays or sends', async () => {
  const on = async (html: string, around = '') => {
    const { page, context } = await open({}, { viewport: { width: 375, height: 667 } });
    const place = await page.evaluate(([html, around]) => {
      const parse = (text: string) => [...new DOMParser().parseFromString(text, 'text/html').body.childNodes];
      document.body.replaceChildren(...parse(`<form style="height:3000px"><x-box style="display:block;height:667px;${around}"></x-box></form>`));
      document.querySelector('x-box')!.attachShadow({ mode: 'open' }).append(...parse(html!));
      return (window as unknown as { findPlace(deps: object): Place | undefined }).findPlace({ message: { kind: 'card', title: 'Hello', body: 'A word. '.repeat(60) }, position: 'end', rtl: false });
    }, [html, around] as const);
    await context.close();
    return place;
  };
  const FULL = 'style="display:block;width:100%;height:100%"';
  expect(await on(`<a href="#" ${FULL}>A product</a>`)).toBe('bottom-end');
  expect(await on(`<a href="#" ${FULL}>A product</a>`, 'position:fixed;inset:0')).toBeUndefined();
  expect(await on(`<button ${FULL}>Pay</button>`)).toBeUndefined();
  expect(await on(`<button type="button" ${FULL}>Details</button>`)).toBe('bottom-end');
});
