import type { Browser } from 'playwright-core';
import { onPage } from '../replay-pointer/onPage.ts';
import type { Ground } from '../replay-pointer/playTrace.ts';
import type { Press } from './Press.ts';
import { recount } from './recount.ts';

/** The stepper's plus, or a link that does nothing. */
export type Target = 'plus' | 'link';
const SELECTOR: Readonly<Record<Target, string>> = { plus: '.stepper [data-step="1"]', link: '#dead' };

/** What became of one recording's clicks on one element. */
export interface Clicked {
  readonly target: Target;
  /** `click` events that the page saw. */
  readonly clicks: number;
  readonly rage: number;
  readonly dead: number;
  /** What a dead link makes of them, counted from the recording alone. */
  readonly recounted: { readonly rage: number; readonly dead: number };
  readonly errors: readonly string[];
}

/** Runs in the page: a link that leads nowhere, where nothing else lies; how many clicks there were; and a stepper without an end. */
function lay(): void {
  const link = Object.assign(document.createElement('a'), { id: 'dead', href: '/gone', textContent: 'Details' });
  link.style.cssText = 'position:fixed;left:20px;bottom:20px;width:44px;height:44px;z-index:9';
  document.body.append(link);
  addEventListener('click', () => { (window as any).clicks = ((window as any).clicks ?? 0) + 1; }, true);
  document.querySelector('.stepper')!.addEventListener('click', () => { document.querySelector<HTMLInputElement>('.stepper input')!.value = '1'; }, true);
}

/** Plays the clicks of one recording on one element as real input, at the recording's own times on the page's clock. */
export function playClicks(browser: Browser, { presses, ground, target, step }: { readonly presses: readonly Press[]; readonly ground: Ground; readonly target: Target; step(presses: number): void }): Promise<Clicked> {
  return onPage(browser, ground, { width: 1_280, height: 900 }, async ({ page, cdp, clock, errors }) => {
    await page.evaluate(lay);
    const { x: left, y: top, width, height } = (await page.locator(SELECTOR[target]).boundingBox())!;
    const place = ({ x, y }: Press['from']) => ({ x: left + 1 + Math.round(x * (width - 2)), y: top + 1 + Math.round(y * (height - 2)) });
    const send = (type: string, at: Press['from'], clickCount = 0): Promise<unknown> =>
      cdp.send('Input.dispatchMouseEvent', { type, ...place(at), button: clickCount ? 'left' : 'none', buttons: type === 'mousePressed' ? 1 : 0, clickCount, pointerType: 'mouse' } as never);
    let now = presses[0]?.down ?? 0;
    const pass = async (to: number): Promise<void> => {
      await clock.run(to - now);
      now = to;
    };
    for (const { down, up, from, to, count } of presses) {
      await pass(down);
      await send('mouseMoved', from);
      await send('mousePressed', from, count);
      await pass(up);
      await send('mouseReleased', to, count);
      step(1);
    }
    await pass(now + 5_000);
    const seen = await page.evaluate(() => {
      const { rage_clicks = 0, dead_clicks = 0 } = (window as any).tactful.summary().counts;
      return { rage: rage_clicks, dead: dead_clicks, clicks: (window as any).clicks ?? 0 };
    });
    return { target, ...seen, recounted: recount(presses, { width, height }), errors };
  });
}
