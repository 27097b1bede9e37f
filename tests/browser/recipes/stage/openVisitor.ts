import type { Browser, BrowserContext, Page } from 'playwright-core';
import { hearErrors } from '../../harness/hearErrors.ts';
import { createSight, type Sight } from './createSight.ts';
import { dealToken } from './dealToken.ts';
import { noteAsked } from './noteAsked.ts';
import { settle } from './settle.ts';
import { watchFiles } from './watchFiles.ts';
import type { Drawn } from './findVisitor.ts';
import type { Wire } from './createWire.ts';

/** One tab, as its visitor sees it. */
export interface Tab {
  readonly page: Page;
  readonly sight: Sight;
  /** Goes to a path and waits until Tactful has its configuration. */
  open(path: string): Promise<void>;
  /** Presses something of the host page that leads to another page, and waits as `open` does. */
  follow(selector: string): Promise<void>;
  /** Goes away to a blank page: the page is hidden and left. */
  leave(): Promise<unknown>;
  /** Takes the focus from the browser's window, or gives it back. */
  focus(has: boolean): Promise<void>;
  /** Puts another tab before this one, or takes it away again: the page is told as the browser tells it. */
  hide(is: boolean): Promise<void>;
  /** Once a campaign took its chance in the control group: the page hears of it although nothing is shown. */
  heldOut(campaign: string): Promise<void>;
  /** The gates that stand in a campaign's way now, as `explain` tells them. */
  blockedBy(campaign: string): Promise<string[]>;
  /** What the page itself heard of messages on this load: `shown exit-offer`, in order. */
  messages(): Promise<string[]>;
}

/** One visitor with a browser profile of their own. */
export interface Visitor {
  readonly context: BrowserContext;
  /** Errors and rejections in any of the pages. */
  readonly errors: string[];
  /** Lets the time of all tabs pass, in steps of less than a second, with what is being stored and asked let through in between. */
  run(ms: number): Promise<void>;
  /** Time of all tabs. */
  now(): number;
  newTab(): Promise<Tab>;
  /**
   * Ends the visit.
   * @throws Error with what went wrong in any of its pages
   */
  close(): Promise<void>;
}

export interface VisitorWish {
  readonly browser: Browser;
  readonly wire: Wire;
  /** Where the host page stands. */
  readonly origin: string;
  /** What the shop's banner was answered with earlier; without it the banner is open. */
  readonly consent?: 'granted' | 'denied';
  readonly drawn?: Drawn;
  readonly viewport?: { readonly width: number; readonly height: number };
}

/** What is sure to come has come by then, in the page's time and in that of the machine. */
const PATIENCE_MS = 20_000;
/** Less than the second that the SDK gives storage, and an answer that a message waits for. */
const STEP_MS = 900;

/** Runs in the page before anything else: notes what the page hears of Tactful. */
function noteEvents(): void {
  const heard: string[] = [];
  (window as unknown as Record<string, unknown>)['__messages'] = heard;
  const shut: string[] = [];
  (window as unknown as Record<string, unknown>)['__suppressed'] = shut;
  addEventListener('tactful:message:suppressed', (event) => shut.push(JSON.stringify((event as CustomEvent).detail)));
  addEventListener('tactful:ready', () => { (window as unknown as Record<string, unknown>)['__ready'] = true; });
  for (const name of ['shown', 'dismissed', 'clicked']) {
    addEventListener(`tactful:message:${name}`, (event) => heard.push(`${name} ${(event as CustomEvent).detail.campaign}`));
  }
}

/**
 * Opens a visitor's browser. Its clock stands still but for `run`: three minutes of dwelling take no time, and 9.9 s are
 * told from 10. Waiting for the network lets 10 ms pass between looks, so that deadlines end.
 */
export async function openVisitor({ browser, wire, origin, consent, drawn, viewport = { width: 1440, height: 900 } }: VisitorWish): Promise<Visitor> {
  const context = await browser.newContext({ viewport, locale: 'en-US' });
  if (consent) await context.addCookies([{ name: 'consent', value: consent, url: origin }]);
  let now = Math.ceil(Date.now() / 1_000) * 1_000;
  await context.clock.install({ time: now - 1_000 });
  await context.clock.pauseAt(now);
  wire.follow(() => now);
  await context.addInitScript(noteEvents);
  // The single-page example keeps the answer itself; a blank page has no storage.
  if (consent) await context.addInitScript((answer) => { if (location.protocol === 'http:') localStorage.setItem('consent', answer); }, consent);
  if (drawn) await context.addInitScript(dealToken, drawn.bytes);
  const errors: string[] = [];
  await context.addInitScript(noteAsked, wire.origin);
  const files: (() => Promise<boolean>)[] = [];
  /** A leap of the clock, or many small steps, would pass the deadlines of what takes its time on the machine. */
  const run = async (ms: number): Promise<void> => {
    for (let left = ms; left > 0; left -= STEP_MS) {
      // A file that came may write, or ask, at once.
      do for (const page of context.pages()) await settle(page);
      while ((await Promise.all(files.map((come) => come()))).includes(true));
      await wire.idle();
      const step = Math.min(left, STEP_MS);
      now += step;
      await context.clock.runFor(step);
    }
  };
  return {
    context, errors, run, now: () => now,
    async newTab() {
      const page = await context.newPage();
      hearErrors(page, errors);
      const cdp = await context.newCDPSession(page);
      files.push(await watchFiles(page, cdp, wire.origin));
      const sight = createSight(page, cdp, () => run(10));
      // The page's own clock tells how much of its time went by, whoever moved it on; real time bounds one that stands still.
      const until = async (what: string, holds: () => Promise<boolean>): Promise<void> => {
        const clock = (): Promise<number> => page.evaluate(() => performance.now());
        const from = await clock();
        const end = performance.now() + PATIENCE_MS;
        while (!await holds()) {
          const passed = await clock() - from;
          if (passed > PATIENCE_MS || performance.now() > end) throw new Error(`${page.url()} waited ${Math.round(passed)} ms of its time until ${what}.`);
          await run(10);
        }
      };
      const ready = (): Promise<void> => until('Tactful had its configuration', () => page.evaluate(() => Boolean((window as any).__ready)));
      return {
        page, sight,
        async open(path) {
          await page.goto(new URL(path, origin).href, { waitUntil: 'load' });
          await ready();
        },
        async follow(selector) {
          await Promise.all([page.waitForEvent('load'), page.click(selector)]);
          await ready();
        },
        leave: () => page.goto('about:blank'),
        async focus(has) {
          // Playwright has every page believe that it is focused; what is minimized is not.
          await cdp.send('Emulation.setFocusEmulationEnabled', { enabled: false });
          const { windowId } = await cdp.send('Browser.getWindowForTarget');
          await cdp.send('Browser.setWindowBounds', { windowId, bounds: { windowState: has ? 'normal' : 'minimized' } });
          // The window takes its own time for that, of which the visitor's clock knows nothing.
          const end = performance.now() + PATIENCE_MS;
          while (await page.evaluate(() => document.hasFocus()) !== has) if (performance.now() > end) throw new Error(`${page.url()} waited until its window ${has ? 'had' : 'had lost'} the focus.`);
          await run(1);
        },
        // A browser without a screen never hides a tab by itself.
        hide: (is) => page.evaluate((hidden) => {
          Object.defineProperties(document, { hidden: { value: hidden, configurable: true }, visibilityState: { value: hidden ? 'hidden' : 'visible', configurable: true } });
          document.dispatchEvent(new Event('visibilitychange'));
        }, is),
        heldOut: (campaign) => until(`${campaign} was held out`, () => page.evaluate(
          (one) => (window as unknown as { __suppressed: string[] }).__suppressed.includes(one), JSON.stringify({ campaign, gate: 'control' }))),
        blockedBy: (campaign) => page.evaluate(async (id) => {
          const [trace] = await (window as any).tactful.explain(id);
          return trace.gates.filter((gate: any) => !gate.passed).map((gate: any) => gate.gate);
        }, campaign),
        messages: () => page.evaluate(() => (window as unknown as { __messages: string[] }).__messages),
      };
    },
    async close() {
      await context.close();
      if (errors.length > 0) throw new Error(errors.join('\n'));
    },
  };
}
