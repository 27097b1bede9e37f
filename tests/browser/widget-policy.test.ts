import { expect, it } from 'vitest';
import { play, SCENES } from './widget/scenes.ts';
import { told, useStage } from './widget/useStage.ts';

const { open } = useStage();

it('breaks nothing of the strictest policy in any state', async () => {
  const { page, context, wrong } = await open({ strict: true });
  // The page's own style sheet is refused by this policy; the widget's is not.
  await page.evaluate(() => document.addEventListener('securitypolicyviolation', (event) => console.error(event.violatedDirective, event.blockedURI)));
  wrong.length = 0;
  for (const scene of SCENES) {
    await play(page, scene);
    expect(wrong, scene.name).toEqual([]);
    const drawn = page.locator('tactful-widget').locator('.panel,.launcher');
    expect(await drawn.evaluate((one) => getComputedStyle(one).position), scene.name).toBe('fixed');
  }
  await context.close();
});

it('is closed, and holds against the page’s own style', async () => {
  const { page, context } = await open({ hostile: true }, { closed: true });
  await play(page, { name: 'card', kind: 'card' });
  const seen = await page.evaluate(() => {
    const outer = document.querySelector('tactful-widget') as HTMLElement;
    const style = getComputedStyle(outer);
    const corner = document.elementFromPoint(innerWidth - 60, innerHeight - 60);
    return [outer.shadowRoot, style.opacity, style.transform, style.visibility, style.display, style.letterSpacing, style.color, corner === outer];
  });
  expect(seen).toEqual([null, '1', 'none', 'visible', 'block', 'normal', 'rgb(0, 0, 0)', true]);
  await context.close();
});

it('writes markup as text', async () => {
  const { page, context, wrong } = await open();
  const bad = `"><img src=x onerror="window.hit=1"><script>window.hit=1</script><svg onload=window.hit=1>{{7*7}}`;
  await page.evaluate(
    (text) => {
      const { widget } = window as unknown as { widget: { show(view: unknown): void } };
      const reply = { label: text, next: text };
      widget.show({ campaign: 'x', fired: [], message: { kind: 'chat', title: text, body: text, chat: [{ id: text, say: text, replies: [reply] }, { id: 'b', say: text, replies: [reply] }] } });
    },
    bad,
  );
  await page.locator('tactful-widget').locator('.reply').first().click();
  expect(await page.locator('tactful-widget').locator('h2').textContent()).toBe(bad);
  expect(await page.locator('tactful-widget').locator('img,script').count()).toBe(0);
  expect(await page.evaluate('window.hit')).toBeUndefined();
  expect(wrong).toEqual([]);
  await context.close();
});

it('fetches nothing of a video but its poster until play is pressed', async () => {
  const { page, context } = await open();
  const asked: string[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    // The browser asks for the page's icon in its own time.
    if (pathname !== '/icon.svg') asked.push(pathname);
  });
  await play(page, { name: 'video', kind: 'video' });
  await page.locator('tactful-widget').locator('img').evaluate((image: HTMLImageElement) => image.decode());
  expect(asked).toEqual(['/poster.svg']);
  await page.locator('tactful-widget').getByRole('button', { name: 'Play video' }).click();
  await page.locator('tactful-widget').locator('video').evaluate((video: HTMLVideoElement) => new Promise<void>((resolve) => (video.currentTime > 0 ? resolve() : video.addEventListener('timeupdate', () => resolve(), { once: true }))));
  expect([...new Set(asked)].sort()).toEqual(['/captions.vtt', '/clip.webm', '/poster.svg']);
  expect(await page.locator('tactful-widget').locator('video').evaluate((video: HTMLVideoElement) => [video.controls, video.textTracks[0]?.mode])).toEqual([true, 'showing']);
  await context.close();
});

it('a link leads where it says, and counts as the click', async () => {
  const { page, context } = await open();
  await play(page, { name: 'card', kind: 'card' });
  await page.locator('tactful-widget').getByRole('link').click();
  await page.waitForURL(/#delivery$/);
  expect(await told(page)).toEqual([['visible', true], ['outcome', 'click', 'action'], ['visible', false]]);
  await context.close();
});

it('destroy leaves no node, listener or timer', async () => {
  const { page, context } = await open();
  for (const kind of ['coupon', 'chat', 'card'] as const) await play(page, { name: kind, kind, given: { endsIn: 100_000 } });
  await page.evaluate('window.widget.openChat(); window.widget.destroy()');
  expect(await page.evaluate('[live.timers.size, live.listeners.size, document.querySelectorAll("tactful-widget").length, document.adoptedStyleSheets.length]')).toEqual([0, 0, 0, 0]);
  await context.close();
});
