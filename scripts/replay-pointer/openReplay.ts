import { chromium, type Browser } from 'playwright-core';
import { readArguments } from '../cli/readArguments.mjs';
import { readCount } from '../cli/readCount.mjs';
import { findChromium } from '../setup/findChromium.mjs';
import { openGround } from './openGround.ts';
import { readTraces } from './readTraces.ts';
import type { Trace } from './Trace.ts';

const MOST = { people: 100_000, pages: 32 };

/** What a replay needs, as its command line asks. */
export interface Replay {
  readonly traces: readonly Trace[];
  /** Pages side by side, 1 to 32. */
  readonly pages: number;
  readonly ground: Awaited<ReturnType<typeof openGround>>;
  readonly browser: Browser;
  close(): Promise<void>;
}

/**
 * Reads the command line of `npm run replay:NAME` and opens what it asks for. What is wrong with it, or not there, is told, and
 * the command ends with exit code 2.
 */
export async function openReplay(name: 'pointer' | 'clicks'): Promise<Replay> {
  const usage = `npm run replay:${name} -- FILE [--part 1min|3min] [--people N] [--pages N]   a SapiMouse archive (.tar.xz)`;
  const { values, positionals: [archive] } = readArguments({
    usage, most: 1,
    options: { part: { type: 'string', default: '1min' }, people: { type: 'string', default: '1000' }, pages: { type: 'string', default: '6' } },
  });
  const misuse = (message: string): never => {
    console.error(message);
    process.exit(2);
  };
  const fail = (error: Error): never => misuse(error.message);
  if (archive === undefined) misuse(usage);
  const count = (option: keyof typeof MOST): number => {
    try {
      return readCount(values[option], { name: `--${option}`, most: MOST[option] });
    } catch (error) {
      return fail(error as Error);
    }
  };
  const [people, pages] = [count('people'), count('pages')];
  const traces = await readTraces(archive!, values.part).then((all) => all.slice(0, people), fail);
  const executablePath = findChromium() ?? misuse('Chromium is not installed; npm run setup -- --chromium does it.');
  const ground = await openGround().catch(fail);
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-quic', '--no-first-run'] });
  return {
    traces, pages, ground, browser,
    async close() {
      await browser.close();
      await ground.close();
    },
  };
}
