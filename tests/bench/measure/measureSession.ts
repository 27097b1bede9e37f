import type { BenchStage } from '../serve/openStage.ts';
import type { Hit } from '../serve/openSink.ts';
import { playLeg, press, pressAway } from '../session/playLeg.ts';
import { SESSION } from '../session/SESSION.ts';
import { linkTo } from '../session/shopPage.ts';
import { SLOWER } from './measureLoad.ts';
import { openVisit, type Visit } from './openVisit.ts';

/** What was sent of a session: every request but those that fetch something, heads and bodies. */
export interface Sent { readonly requests: number; readonly bytesUp: number }

/** One session in a single page. */
export interface Session extends Sent {
  /** Main thread between the end of the start and the last input. */
  readonly taskMs: number;
  /** Main thread in scripts, in the same time. */
  readonly scriptMs: number;
  /** After a forced collection. */
  readonly heapBytes: number;
}

const SETTLE_MS = 1_200;
/** Long enough for what is said at the end to come. */
const END_MS = 700;

const sentOf = (hits: readonly Hit[]): Sent => {
  const up = hits.filter(({ method }) => method !== 'GET');
  return { requests: up.length, bytesUp: up.reduce((sum, { bytesUp }) => sum + bytesUp, 0) };
};

async function leave({ page, quiet, sink }: Visit): Promise<Sent> {
  await page.goto('about:blank');
  await quiet(END_MS);
  return sentOf(sink.hits);
}

/** Opens the shop as a single page; resolves once the subject has started. @param slower as `openVisit` takes it */
export async function openSinglePage(stage: BenchStage, name: string, slower: number): Promise<Visit> {
  const visit = await openVisit(stage, name, slower);
  await visit.page.addInitScript(() => { (window as unknown as { benchSinglePage: boolean }).benchSinglePage = true; });
  await visit.page.goto(stage.shopOf(name, SESSION[0]!.path), { waitUntil: 'load' });
  await visit.quiet(SETTLE_MS);
  return visit;
}

/** Plays the session on one load. */
export async function playSinglePage({ page, cdp }: Visit): Promise<void> {
  for (const [index, { path, steps }] of SESSION.entries()) {
    if (index > 0 && path !== SESSION[index - 1]!.path) await press(cdp, linkTo(path));
    await playLeg(cdp, steps);
  }
  const [last, loads] = [SESSION.at(-1)!.path, await page.evaluate(() => performance.getEntriesByType('navigation').length)];
  if (new URL(page.url()).pathname !== last || loads !== 1) throw new Error(`The session ended at ${page.url()}, not at ${last}.`);
}

export async function measureSession(stage: BenchStage, name: string): Promise<Session> {
  const visit = await openSinglePage(stage, name, SLOWER);
  const before = await visit.metrics();
  await playSinglePage(visit);
  const after = await visit.metrics();
  const heapBytes = await visit.heap();
  const sent = await leave(visit);
  await visit.close();
  const spent = (...keys: string[]): number => keys.reduce((sum, key) => sum + after[key]! - before[key]!, 0) * 1_000;
  return { ...sent, taskMs: spent('TaskDuration'), scriptMs: spent('ScriptDuration', 'V8CompileDuration'), heapBytes };
}

/** The same session in a shop that loads a page for every leg, by its own links: what is sent. */
export async function measureLoads(stage: BenchStage, name: string): Promise<Sent> {
  const visit = await openVisit(stage, name, 1);
  for (const [index, { path, steps }] of SESSION.entries()) {
    if (index === 0) await visit.page.goto(stage.shopOf(name, path), { waitUntil: 'load' });
    else await pressAway(visit.page, visit.cdp, linkTo(path));
    await playLeg(visit.cdp, steps);
  }
  const sent = await leave(visit);
  await visit.close();
  return sent;
}
