import { campaign, deviceConfig } from '../../browser/harness/deviceConfig.ts';
import { openStage, ready } from '../../browser/harness/openStage.ts';
import { openTab, type Tab } from '../../browser/harness/openTab.ts';

/** As many campaigns as may be live; each round races for one of its own. */
export const MOST_ROUNDS = 1_000;
/** Two years, in milliseconds: by so much the clocks of some tabs are ahead or behind. */
const SKEW = 2 * 365 * 86_400_000;
/** A round in which nobody shows anything is given up after so long. */
const PATIENCE_MS = 15_000;
/** After so many rounds half of the tabs are left and come back, from the back/forward cache where the browser has one. */
const BACK_EVERY = 25;

export interface Raced {
  readonly rounds: number;
  readonly tabs: number;
  /** Shows beyond the one that is allowed for life. */
  readonly extra: number;
  /** Rounds in which nobody showed. */
  readonly none: number;
  /** How often a tab came back out of the back/forward cache. */
  readonly restored: number;
  readonly errors: readonly string[];
}

/** Runs in each page first: its clock is off, and what it shows is counted where a reload leaves it. */
const PREPARE = `(() => {
  const skew = Number((/skew=([-0-9]+)/.exec(location.search) || [])[1] || 0), now = Date.now;
  Date.now = () => now() + skew;
  addEventListener('tactful:message:shown', ({ detail }) => {
    const shown = JSON.parse(localStorage.getItem('shown') || '{}');
    shown[detail.campaign] = (shown[detail.campaign] || 0) + 1;
    localStorage.setItem('shown', JSON.stringify(shown));
  });
  addEventListener('pageshow', ({ persisted }) => { if (persisted) localStorage.setItem('restored', Number(localStorage.getItem('restored')) + 1); });
})()`;

/**
 * Promise 7: in each round all tabs of one visitor want the same message in the same moment, which may be shown once for life; their
 * clocks are off by two years either way, with the server's time at hand.
 * @param rounds at most `MOST_ROUNDS`
 */
export async function playRace({ rounds, tabs: count = 8, step = () => {} }: { rounds: number; tabs?: number; step?(): void }): Promise<Raced> {
  const campaigns = Array.from({ length: rounds }, (_, n) => campaign(`c${n}`, [{ on: 'event', name: `go${n}` }], { frequency: { lifetime: 1 } }));
  const stage = await openStage(deviceConfig({ campaigns }));
  try {
    const visitor = await stage.visitor();
    await visitor.addInitScript(PREPARE);
    const tabs: Tab[] = [];
    for (let n = 0; n < count; n++) tabs.push(await openTab(stage, visitor, `/?skew=${[0, SKEW, -SKEW][n % 3]}`));
    const all = <T>(ask: (tab: Tab) => Promise<T>): Promise<T[]> => Promise.all(tabs.map(ask));
    const counted = (): Promise<Record<string, number>> => tabs[0]!.page.evaluate(() => JSON.parse(localStorage.getItem('shown') ?? '{}'));
    for (let round = 0; round < rounds; round++) {
      const id = `c${round}`;
      await all((tab) => tab.call('track', `go${round}`));
      // One has shown it, and each of the others has heard so: whoever has not heard would show it yet.
      await all((tab) => tab.page.evaluate(async ([name, patience]) => {
        const over = async (): Promise<boolean> => {
          const [trace] = await (window as any).tactful.explain(name);
          return name in JSON.parse(localStorage.getItem('shown') ?? '{}') && trace.gates.some(({ gate, passed }: { gate: string; passed: boolean }) => gate === 'frequency' && !passed);
        };
        for (const end = performance.now() + patience; performance.now() < end && !await over();) await new Promise((again) => setTimeout(again, 50));
      }, [id, PATIENCE_MS] as const));
      await all((tab) => tab.call('hide'));
      if (round % BACK_EVERY === BACK_EVERY - 1) {
        for (const tab of tabs.slice(0, count / 2)) {
          const { pathname, search } = new URL(tab.page.url());
          await tab.go('/other');
          await tab.page.goBack({ waitUntil: 'commit' }).catch(() => tab.go(pathname + search));
          // Where it was not kept it is loaded anew.
          await ready(tab.page);
        }
      }
      step();
    }
    const shown = await counted();
    const restored = await tabs[0]!.page.evaluate(() => Number(localStorage.getItem('restored')));
    const of = campaigns.map(({ id }) => shown[id] ?? 0);
    return {
      rounds, tabs: count, restored, errors: tabs.flatMap(({ errors }) => errors),
      extra: of.reduce((sum, n) => sum + Math.max(0, n - 1), 0), none: of.filter((n) => n === 0).length,
    };
  } finally {
    await stage.close();
  }
}
