import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { drawn } from './harness/drawn.ts';
import { play, SCENES } from './widget/scenes.ts';
import { told, useStage } from './widget/useStage.ts';

const { open } = useStage();
const widget = (page: Page) => page.locator('tactful-widget');
/** What has the focus: its label or text, inside the widget too. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const outer = document.activeElement as HTMLElement;
    const inner = (outer.shadowRoot?.activeElement ?? outer) as HTMLElement;
    return inner.getAttribute('aria-label') ?? (inner.id || inner.textContent);
  });

it.each(SCENES.filter(({ drive }) => !drive))('$name takes no focus when it shows, and typing goes on', async (scene) => {
  const { page, context } = await open();
  await page.locator('#note').focus();
  await play(page, scene);
  await page.keyboard.type('leave it');
  expect(await page.locator('#note').inputValue()).toBe('leave it');
  await context.close();
});

it('says it once, politely', async () => {
  const { page, context } = await open();
  await page.evaluate(() => {
    const said: string[] = ((window as unknown as { said: string[] }).said = []);
    new MutationObserver(() => {
      const root = document.querySelector('tactful-widget')?.shadowRoot;
      if (root) new MutationObserver(() => said.push(...[...root.querySelectorAll('.root>[role=status]')].map((one) => one.textContent ?? ''))).observe(root, { subtree: true, childList: true });
    }).observe(document.documentElement, { childList: true });
  });
  await play(page, { name: 'card', kind: 'card' });
  await page.waitForFunction('said.filter(Boolean).length');
  expect(await page.evaluate('[...new Set(said)].filter(Boolean)')).toEqual(['Need a hand with your order? Delivery is free over $60, and you can return anything within 30 days.']);
  expect(await widget(page).locator('[aria-live=assertive],[role=alert]').count()).toBe(0);
  await context.close();
});

it('is walked by Tab in its reading order, shows a ring, and gives the focus back on Escape', async () => {
  const { page, context } = await open();
  await play(page, { name: 'card', kind: 'card' });
  await page.locator('#pay').focus();
  const walk: (string | null)[] = [];
  for (let stop = 0; stop < 5; stop++) {
    await page.keyboard.press('Tab');
    walk.push(await focused(page));
    expect(await widget(page).locator(':focus').evaluate((one) => getComputedStyle(one).outlineStyle)).toBe('solid');
  }
  expect(walk).toEqual(['Close', 'See delivery and returns', 'Why this?', 'Your data', 'No more suggestions']);
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  expect(await focused(page)).toBe('Why this?');
  expect(await widget(page).locator(':focus').evaluate((one) => one.tagName)).toBe('H2');
  await page.keyboard.press('Shift+Tab');
  expect(await focused(page)).toBe('Back');
  await page.keyboard.press('Enter');
  expect(await widget(page).locator(':focus').evaluate((one) => one.tagName)).toBe('BUTTON');
  await page.keyboard.press('Escape');
  expect(await focused(page)).toBe('pay');
  expect(await told(page)).toEqual([['visible', true], ['outcome', 'dismiss', 'escape'], ['visible', false]]);
  await context.close();
});

it('leaves Escape to the page while the focus is elsewhere', async () => {
  const { page, context } = await open();
  await play(page, { name: 'card', kind: 'card' });
  await page.locator('#note').focus();
  await page.keyboard.press('Escape');
  expect(await told(page)).toEqual([['visible', true]]);
  await context.close();
});

it('the whole chat goes by keyboard, and a minimized one comes back with what was typed', async () => {
  const { page, context } = await open();
  await play(page, { name: 'chat', kind: 'chat' });
  await widget(page).getByRole('button', { name: 'Yes, show me' }).focus();
  await page.keyboard.press('Enter');
  expect(await focused(page)).toBe('That solved it');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  expect(await focused(page)).toBe('Talk to a person');
  for (const text of ['Mei', 'mei@example.com', 'It does not save']) {
    await page.keyboard.press('Tab');
    await page.keyboard.type(text);
  }
  await page.keyboard.press('Escape');
  expect(await focused(page)).toBe('Open chat');
  await page.keyboard.press('Enter');
  expect(await widget(page).locator('textarea').inputValue()).toBe('It does not save');
  await widget(page).locator('input[autocomplete=email]').press('Enter');
  await widget(page).locator('.done').waitFor();
  expect((await told(page)).filter(([name]) => name === 'request')).toEqual([
    ['request', { name: 'Mei', contact: 'mei@example.com', text: 'It does not save', campaign: 'chat' }, false, ['question', 'watch']],
  ]);
  await context.close();
});

it('every press is at least 24 pixels, the primary one 44', async () => {
  const { page, context } = await open({}, { viewport: { width: 320, height: 640 } });
  const small: string[] = [];
  for (const scene of SCENES) {
    await play(page, scene);
    small.push(
      ...(await widget(page).locator('button:visible,a:visible,input:visible,textarea:visible,summary:visible').evaluateAll((all, name) =>
        all.filter((one) => {
          const { width, height } = (one.closest('label') ?? one).getBoundingClientRect();
          return Math.min(width, height) < (one.matches('.primary,.reply,.second') ? 44 : 24);
        }).map((one) => `${name}: ${one.className} ${one.textContent}`), scene.name)),
    );
  }
  expect(small).toEqual([]);
  await context.close();
});

it('moves only where motion is welcome', async () => {
  for (const [reducedMotion, moving] of [['reduce', 'none'], ['no-preference', 'in']] as const) {
    const { page, context } = await open({}, { reducedMotion });
    await play(page, { name: 'card', kind: 'card' });
    expect(await widget(page).locator('.panel').evaluate((one) => getComputedStyle(one).animationName)).toBe(moving);
    await context.close();
  }
});

it('a video that begins moves nothing: the replies below it stay in sight', async () => {
  const { page, context } = await open({}, { viewport: { width: 390, height: 844 } });
  await play(page, SCENES.find(({ name }) => name === 'chat-step') as (typeof SCENES)[number]);
  const inside = page.locator('tactful-widget');
  const bottom = () => inside.locator('.reply').last().evaluate((one) => one.getBoundingClientRect().bottom);
  const before = await bottom();
  expect(before).toBeLessThan(await inside.locator('.promises').evaluate((one) => one.getBoundingClientRect().top));
  await inside.locator('.poster').evaluate((one: HTMLElement) => one.click());
  await inside.locator('video').evaluate((video: HTMLVideoElement) => video.readyState || new Promise((loaded) => video.addEventListener('loadedmetadata', loaded)));
  expect(Math.abs(await bottom() - before)).toBeLessThan(1);
  await context.close();
});

/** A page with one more element, `x-box`, that holds this; in a shadow root, or as its own child. */
async function openBox(html: string, mode: 'light' | ShadowRootMode): Promise<Awaited<ReturnType<typeof open>> & { busy(): Promise<string[]> }> {
  const opened = await open({}, { closed: true });
  await opened.page.evaluate(([html, mode]) => {
    const box = document.createElement('x-box');
    document.body.prepend(box);
    const root = mode == 'light' ? box : box.attachShadow({ mode: mode as ShadowRootMode });
    root.append(...new DOMParser().parseFromString(html!, 'text/html').body.childNodes);
    root.querySelector<HTMLElement>('[autofocus]')?.focus();
  }, [html, mode] as const);
  return { ...opened, busy: () => opened.page.evaluate<string[]>('window.busy()') };
}
it.each(['light', 'open', 'closed'] as const)('a field in a %s root is typed into', async (mode) => {
  const { page, context, busy } = await openBox('<input autofocus>', mode);
  expect(await busy()).toEqual([]);
  await page.keyboard.type('a');
  expect(await busy()).toEqual(['typing']);
  await context.close();
});
it.each(['light', 'open'] as const)('a button in a %s root is not typed into', async (mode) => {
  const { page, context, busy } = await openBox('<button autofocus>Menu</button>', mode);
  await page.keyboard.press('a');
  expect(await busy()).toEqual([]);
  await context.close();
});
it.each(['light', 'open'] as const)('a card’s field and a dialog in a %s root are seen', async (mode) => {
  const { context, busy } = await openBox('<div role="dialog" aria-modal="true"><input autocomplete="cc-number" autofocus></div>', mode);
  expect(await busy()).toEqual(['paying', 'dialog']);
  await context.close();
});

it('the visitor who selects, drags, picks, reads something that stands over the page, or is in a frame, is busy, and not after that', async () => {
  const { page, context, busy } = await openBox(
    `<p id="text">Three items, one shop.</p><p id="drag" draggable="true">Drag me</p><select id="pick"><option>S<option>M</select>
    <div id="menu" popover>Menu</div><div id="toast" popover="manual">Saved</div><div id="big">Film</div><section role="dialog"><button id="in">Yes</button></section>
    <iframe></iframe>`, 'light');
  /** The pause after what was done is over. */
  const later = (): Promise<unknown> => page.evaluate('Date.now = ((now) => () => now() + 3000)(Date.now)');
  const box = async (id: string) => (await page.locator(id).boundingBox())!;
  const seen: Record<string, string[]> = {};
  const see = async (what: string, act: () => Promise<unknown>, over?: () => Promise<unknown>): Promise<void> => {
    await act();
    // A selection is told with the next frame.
    await drawn(page);
    seen[what] = await busy();
    await over?.();
    await later();
    if ((await busy()).length) seen[what + ', then'] = await busy();
  };
  const { x, y, width } = await box('#text');
  await see('a press', () => page.mouse.move(x + 1, y + 9).then(() => page.mouse.down()).then(later), () => page.mouse.up());
  await see('a click', () => page.mouse.click(x + width - 5, y + 9));
  await see('a selection', () => page.mouse.dblclick(x + 9, y + 9));
  await see('a selection by keys', () => page.keyboard.press('Shift+ArrowLeft'), () => page.evaluate('getSelection().empty()'));
  const { x: left, y: top } = await box('#drag');
  await see('a drag', async () => {
    await page.mouse.move(left + 5, top + 5);
    await page.mouse.down();
    await page.mouse.move(left + 60, top + 5, { steps: 4 });
  }, () => page.mouse.up());
  await see('a press into a field', () => page.locator('#note').click(), () => page.locator('#note').evaluate((one) => one.blur()));
  await see('a select', () => page.locator('#pick').click(), () => page.keyboard.press('Escape'));
  await see('a popover', () => page.evaluate('menu.showPopover()'), () => page.evaluate('menu.hidePopover()'));
  await see('a toast', () => page.evaluate('toast.showPopover()'));
  await see('a film', () => page.evaluate('big.requestFullscreen()'), () => page.evaluate('document.exitFullscreen()'));
  await see('the focus in a dialog', () => page.locator('#in').focus(), () => page.locator('#in').evaluate((one) => one.blur()));
  await see('a frame', () => page.evaluate(() => {
    const { contentDocument } = document.querySelector('iframe')!;
    contentDocument!.body.appendChild(contentDocument!.createElement('textarea')).focus();
  }), () => page.evaluate('document.activeElement.blur()'));
  const [typing, dialog] = [['typing'], ['dialog']];
  expect(seen).toEqual({
    'a press': typing, 'a click': [], 'a selection': typing, 'a selection by keys': typing, 'a drag': typing, 'a press into a field': typing, 'a select': typing,
    'a popover': dialog, 'a toast': [], 'a film': dialog, 'the focus in a dialog': dialog,
    'a frame': ['paying'],
  });
  await context.close();
});
