/**
 * `npm run promises -- [NAME…] [--browser chromium|firefox|webkit]`: the promises that a page can see, each played in a real browser on
 * the built files, with its figure. Exits with 1 where one is not held.
 */
import { playBack } from '../tests/lifecycle/bfcache/playBack.ts';
import { playCanaries } from '../tests/lifecycle/canaries/playCanaries.ts';
import { PLACES } from '../tests/lifecycle/canaries/plantCanaries.ts';
import { openPlaywright } from '../tests/lifecycle/drive/openPlaywright.ts';
import { openWebkit } from '../tests/lifecycle/drive/openWebkit.ts';
import { faultsOf, playHostile } from '../tests/lifecycle/hostile/playHostile.ts';
import { LATE, TAMPERINGS } from '../tests/lifecycle/hostile/TAMPERINGS.ts';
import { MOST_HEAP, playLeaks, type Leak } from '../tests/lifecycle/leaks/playLeaks.ts';
import { MOST_ROUNDS, playRace } from '../tests/lifecycle/race/playRace.ts';
import { requireBuilt } from './build/requireBuilt.mjs';
import { createBar } from './cli/createBar.ts';
import { readArguments } from './cli/readArguments.mjs';
import { readCount } from './cli/readCount.mjs';
import { BROWSERS, installBrowser } from './setup/installBrowser.mjs';

/** What a play says: its figure in words, and what is wrong with it. */
interface Outcome { readonly figure: string; readonly faults: readonly string[] }
interface Play {
  readonly promise: number;
  /** Browsers that let it be played. */
  readonly browsers: readonly string[];
  /** What is counted while it runs, and how much of it. */
  readonly unit: string;
  readonly count: number;
  play(count: number, step: () => void): Promise<Outcome>;
}

const USAGE = `npm run promises -- [hostile] [bfcache] [race] [canaries] [leaks] [--browser chromium] [--rounds ${MOST_ROUNDS}]   browsers: ${BROWSERS.join(', ')}; --rounds of the race`;
const { values, positionals } = readArguments({ usage: USAGE, options: { browser: { type: 'string', default: 'chromium' }, rounds: { type: 'string', default: String(MOST_ROUNDS) } } });

const all = [...TAMPERINGS, ...LATE];
const plays: Readonly<Record<string, Play>> = {
  hostile: {
    promise: 4, browsers: BROWSERS, unit: 'pages', count: all.length,
    async play(_count, step) {
      const drive = values.browser === 'webkit' ? await openWebkit() : await openPlaywright();
      try {
        const verdicts = await playHostile(drive, all, { step, at: values.browser === 'webkit' ? 1 : 4 });
        const faults = verdicts.flatMap((verdict) => faultsOf(verdict).map((fault) => `${verdict.tampering.name}: ${fault}`));
        return { figure: `${drive.name}: ${faults.length} errors, rejections, changed globals or duties undone on ${all.length} tampered pages; on ${verdicts.filter(({ alive }) => alive).length} it did its duty`, faults };
      } finally {
        await drive.close();
      }
    },
  },
  bfcache: {
    promise: 5, browsers: ['chromium'], unit: 'returns', count: 200,
    async play(count, step) {
      const [quiet, busy] = [await playBack({ times: count / 2, step }), await playBack({ times: count / 2, busy: true, step })];
      return {
        figure: `${quiet.restored} of ${quiet.times} restored with a chat open, ${busy.restored} of ${busy.times} with a summary on its way as well`,
        faults: [quiet, busy].flatMap(({ times, restored, open, errors, reasons }) => [...errors, ...(open < restored ? [`${restored - open} without the message`] : []), ...(restored < times ? [`${times - restored} not restored: ${reasons.join('; ')}`] : [])]),
      };
    },
  },
  race: {
    promise: 7, browsers: ['chromium', 'firefox'], unit: 'rounds', count: readCount(values.rounds, { name: '--rounds', most: MOST_ROUNDS }),
    async play(rounds, step) {
      const { tabs, extra, none, restored, errors } = await playRace({ rounds, step });
      return { figure: `${extra} extra shows in ${rounds} rounds of ${tabs} tabs, clocks off by two years either way, ${restored} times back from the back/forward cache; rounds without a show: ${none}`, faults: [...errors, ...(extra ? [`${extra} extra`] : []), ...(none ? [`${none} without`] : [])] };
    },
  },
  canaries: {
    promise: 12, browsers: ['chromium', 'firefox'], unit: 'pages', count: Math.ceil(500 / PLACES.length),
    async play(pages, step) {
      const { planted, seen, requests, summaries, stores } = await playCanaries({ pages, step });
      return { figure: `${seen.length} of ${planted} secrets in ${PLACES.length} kinds of places were seen, in ${requests} requests (${summaries} summaries) and ${stores} entries of stores`, faults: seen };
    },
  },
  leaks: {
    promise: 17, browsers: ['chromium', 'firefox'], unit: 'rounds of 50', count: 24,
    async play(_count, step) {
      const { cycles, routes } = await playLeaks({ step });
      const tell = ({ heap, listeners, alive, held }: Leak, gone: string): string => `${Math.round(heap / 1_024)} KiB of heap, ${listeners} listeners and ${held} timers, observers and channels more, ${alive} ${gone} alive`;
      const leaks = ({ heap, listeners, alive, held }: Leak): boolean => heap >= MOST_HEAP || listeners > 0 || alive > 0 || held > 0;
      return {
        figure: `after 200 times init and destroy ${tell(cycles, 'instances')}; after 1,000 routes ${tell(routes, 'removed nodes')}`,
        faults: [...(leaks(cycles) ? ['init and destroy leak'] : []), ...(leaks(routes) ? ['routes leak'] : [])],
      };
    },
  },
};

async function main(): Promise<void> {
  const { browser } = values;
  const unknown = positionals.find((name) => !Object.keys(plays).includes(name)) ?? (BROWSERS.includes(browser) ? undefined : browser);
  if (unknown !== undefined) throw new Error(`There is no "${unknown}". ${USAGE}`);
  requireBuilt(['packages/sdk/dist/tactful.js', 'packages/sdk/dist/tactful.mjs']);
  await installBrowser(browser, { say: console.error });
  process.env['BROWSER'] = browser;
  for (const [name, { promise, browsers, unit, count, play }] of Object.entries(plays)) {
    if (positionals.length && !positionals.includes(name)) continue;
    if (!browsers.includes(browser)) {
      console.log(`promise ${promise}, ${name}: not played in ${browser}`);
      continue;
    }
    const bar = createBar(count, unit);
    const { figure, faults } = await play(count, () => bar.step(1));
    bar.end();
    console.log([`promise ${promise}, ${name}: ${figure}`, ...faults.slice(0, 20).map((fault) => `  ${fault}`)].join('\n'));
    if (faults.length) process.exitCode = 1;
  }
}

await main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 2;
});
