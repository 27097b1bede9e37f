import { readFileSync } from 'node:fs';
import { countHeld } from '../../browser/harness/countHeld.ts';
import { campaign, deviceConfig } from '../../browser/harness/deviceConfig.ts';
import { DIST, serveCollector } from '../../browser/harness/serveCollector.ts';
import { servePages } from '../../browser/harness/servePages.ts';
import { openScale, type Weight } from './openScale.ts';

/** Promise 17's bound on the heap, in bytes. */
export const MOST_HEAP = 1_048_576;
/** What something of the last rounds still holds is let go of with an answer of storage: looked at again so often. */
const MOST_LOOKS = 20;
/** Played in one go. */
const ROUND = 50;

/** What is there after, and was not before. */
export interface Leak extends Weight {
  /** Instances that were destroyed, or nodes that the page took away, and that something still holds. */
  readonly alive: number;
  /** Timers, observers and channels of ours. */
  readonly held: number;
}
export interface Leaks {
  /** Of `init()` and `destroy()`, 200 times. */
  readonly cycles: Leak;
  /** Of 1,000 routes. */
  readonly routes: Leak;
  /** Views that the summary then tells of. */
  readonly views: number;
}

const CONFIG = deviceConfig({
  pages: [{ id: 'item', match: ['/items/*'] }], targets: ['h1'],
  campaigns: [campaign('stay', [{ on: 'dwell', page: 'item', for: 60_000, consecutive: 3 }, { on: 'visible', target: 0, for: 60_000 }])],
});

/** Runs in the page, whose `gone` weakly holds what nobody should hold any more. */
const PAGE = (origin: string): string => `<!doctype html><script type="importmap">{"imports":{"idb-keyval":"/idb.js","@tactful/sdk":"/tactful.mjs"}}</script><h1>Items</h1>
<script type="module">import { init } from '@tactful/sdk';
  window.gone = [];
  window.begin = () => new Promise((ready) => {
    const tactful = init({ key: 'pk_test', apiHost: '${origin}', consent: 'granted' });
    tactful.ready(() => ready(tactful));
  });
  window.cycles = async (n) => {
    for (let cycle = 0; cycle < n; cycle++) {
      const tactful = await begin();
      tactful.destroy();
      gone.push(new WeakRef(tactful));
    }
  };
  let route = 0;
  window.routes = async (n) => {
    for (const end = route + n; route < end; route++) {
      history.replaceState({}, '', '/items/' + route);
      const old = document.querySelector('h1');
      old.replaceWith(document.createElement('h1'));
      gone.push(new WeakRef(old));
      window.dispatchEvent(new Event('pointermove'));
    }
    // What went last is let go of with the next route.
    history.replaceState({}, '', '/');
    await new Promise(requestAnimationFrame);
  };
</script>`;

/** Promise 17: what 200 times `init()` and `destroy()`, and 1,000 routes, leave behind. @param step after each of the 24 rounds */
export async function playLeaks({ step = () => {} }: { step?(): void } = {}): Promise<Leaks> {
  const collector = await serveCollector(CONFIG);
  const site = await servePages((request, response) => {
    const file = request.path.endsWith('.mjs') ? DIST + request.path : request.path === '/idb.js' && 'node_modules/idb-keyval/dist/index.js';
    if (file) return response.writeHead(200, { 'content-type': 'text/javascript' }).end(readFileSync(file));
    return response.writeHead(200, { 'content-type': 'text/html' }).end(PAGE(collector.origin));
  });
  const scale = await openScale();
  try {
    const page = await scale.browser.newPage();
    await page.addInitScript(countHeld);
    await page.goto(site.origin);
    await page.waitForFunction(() => 'begin' in window);
    const look = async (): Promise<Leak> => {
      const weight = await scale.weigh(page);
      return { ...weight, ...await page.evaluate(() => {
        const { gone, held } = window as any;
        const { timers, observers, channels } = held();
        return { alive: gone.filter((one: WeakRef<object>) => one.deref()).length, held: timers + observers + channels };
      }) };
    };
    const play = async (what: 'cycles' | 'routes', before: number, times: number): Promise<Leak> => {
      const run = (n: number): Promise<void> => page.evaluate(([name, count]) => (window as any)[name](count), [what, n] as const);
      await run(before);
      await page.evaluate(() => { (window as any).gone.length = 0; });
      const first = await look();
      for (let n = 0; n < times; n += ROUND) {
        await run(ROUND);
        step();
      }
      for (let looks = 0; ; looks++) {
        const { heap, listeners, alive, held } = await look();
        const leak = { heap: heap - first.heap, listeners: listeners - first.listeners, alive, held: held - first.held };
        if (looks === MOST_LOOKS || leak.heap < MOST_HEAP && leak.listeners <= 0 && !leak.alive && leak.held <= 0) return leak;
      }
    };
    const cycles = await play('cycles', 10, 200);
    await page.evaluate(async () => void ((window as any).tactful = await (window as any).begin()));
    const routes = await play('routes', 100, 1_000);
    return { cycles, routes, views: await page.evaluate(() => (window as any).tactful.summary().pages.item.views) };
  } finally {
    await scale.close();
    await Promise.all([collector.close(), site.close()]);
  }
}
