import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser } from '../../browser/harness/launchBrowser.ts';
import { servePages } from '../../browser/harness/servePages.ts';
import { callAdmin } from '../../worker/harness/callAdmin.ts';
import { startOnDisk } from '../../worker/harness/startOnDisk.ts';
import { chaosPage } from './chaosPage.ts';
import { createLedger, type Told } from './createLedger.ts';
import { judge, type Verdict } from './judge.ts';
import { killTab } from './killTab.ts';
import { readStored } from './readStored.ts';
import { serveFaults, type Faults } from './serveFaults.ts';

export interface ChaosOptions {
  /** So many sessions are created, at least. */
  readonly sessions: number;
  /** Share of intake requests that fail, half of them after the Worker committed; 0 to 1. */
  readonly faults?: number;
  /** A tab, and the Worker, are killed this often, in ms. */
  readonly tabEvery?: number;
  readonly workerEvery?: number;
  /** Profiles, each with storage of its own, and tabs in every second of them; the others have one. */
  readonly profiles?: number;
  readonly tabs?: number;
  /** Time for all that waits to be sent at the end, in ms. */
  readonly patience?: number;
  /** Hears how many sessions there are. */
  step?(sessions: number): void;
}

export interface Chaos extends Verdict {
  readonly tabKills: number;
  readonly workerKills: number;
  readonly network: Faults['counts'];
  /** Rollups of the Worker that differ from a recount of its rows. */
  readonly differences: readonly unknown[];
  readonly seconds: number;
}

const SITE = { name: 'Chaos', id: 'chaos' };
/** Pages that create nothing for so long will not. */
const STALL_MS = 60_000, HEALTH_MS = 5_000;
/** Every visitor meets a shadow campaign and many its goal, so that the rollups have something to count. */
const SOURCE = {
  v: 1, site: { currency: 'EUR' },
  campaigns: [{
    id: 'seen', status: 'shadow', trigger: { any: [{ on: 'event', name: 'view_item' }] }, goal: { event: 'purchase', within: '24h' },
    message: { kind: 'card', title: { en: 'Seen' } },
  }],
};

/**
 * Plays visitors in real tabs against the real Worker while tabs and Worker are killed and the network fails, then lets all that is
 * kept arrive, and holds what the pages told against what lies on the Worker's disk.
 */
export async function playChaos({ sessions, faults: rate = 0.3, tabEvery = 2_500, workerEvery = 5_000, profiles = 8, tabs = 2, patience = 60_000, step = () => undefined }: ChaosOptions): Promise<Chaos> {
  const began = Date.now();
  const folder = mkdtempSync(join(tmpdir(), 'tactful-chaos-'));
  const ledger = createLedger();
  let [over, tabKills, workerKills, last] = [false, 0, 0, began];
  let key = '';
  const worker = await startOnDisk(folder);
  const faults = await serveFaults(worker.origin);
  const site = await servePages(({ path, body }, response) => {
    if (path !== '/ledger') return response.writeHead(200, { 'content-type': 'text/html' }).end(chaosPage(faults.origin, key));
    last = Date.now();
    ledger.note(JSON.parse(body) as Told);
    step(ledger.sessions());
    over ||= ledger.sessions() >= sessions && tabKills > 0 && workerKills > 0;
    return response.end(over ? 'stop' : 'go on');
  });
  const admin = async (path: string, method = 'GET', body?: unknown): Promise<any> => {
    const answer = await callAdmin(worker, path, { method, body, headers: { 'if-match': '*' } });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  };
  const health = async (): Promise<boolean> => (await worker.fetch('/v1/health', { signal: AbortSignal.timeout(HEALTH_MS) }).catch(() => undefined))?.ok === true;
  let browser: Browser | undefined;
  try {
    browser = await launchBrowser();
    const chromium = browser;
    ({ key } = await admin('sites', 'POST', { ...SITE, origins: [site.origin] }));
    await admin('sites/chaos/config', 'PUT', SOURCE);
    const contexts = await Promise.all(Array.from({ length: profiles }, () => chromium.newContext()));
    // What opens as all ends is there before the last look.
    const opening = new Set<Promise<unknown>>();
    const open = async (context: BrowserContext): Promise<void> => {
      const comes = context.newPage();
      opening.add(comes);
      const page = await comes;
      opening.delete(comes);
      // A killed tab, and one killed before it was there, is closed and opened anew.
      const killed = new Promise((crashed) => { page.once('crash', crashed); });
      const opened = page.goto(site.origin).then(() => killed, () => undefined);
      void Promise.race([killed, opened]).then(() => page.close()).catch(() => undefined).then(() => over || open(context)).catch(() => undefined);
    };
    await Promise.all(contexts.flatMap((context, at) => Array.from({ length: at % 2 ? 1 : tabs }, () => open(context))));
    faults.rate = rate;
    const killTabs = async (): Promise<void> => {
      for (await pause(tabEvery); !over; await pause(tabEvery)) if (await killTab(chromium)) tabKills++;
    };
    const killWorker = async (): Promise<void> => {
      for (await pause(workerEvery); !over; await pause(workerEvery)) {
        if (Date.now() - last > STALL_MS) throw new Error(`Nothing was created for ${STALL_MS / 1_000} s.`);
        // One that has not come up again is not killed a second time.
        if (await health() && !over && worker.killWorker()) workerKills++;
      }
    };
    await Promise.all([killTabs(), killWorker()]);

    faults.rate = 0;
    await Promise.allSettled(opening);
    for (const context of contexts) for (const page of context.pages()) await page.close();
    const until = Date.now() + patience;
    const kept = (await Promise.all(contexts.map((context) => drain(context, `${site.origin}/#drain`, until)))).flat();
    while (!await health() && Date.now() < until) await pause(250);
    const { differences } = await admin('sites/chaos/recount');
    await browser.close();
    await worker.kill();
    return { ...judge(ledger, readStored(folder), kept), tabKills, workerKills, network: faults.counts, differences, seconds: Math.round((Date.now() - began) / 1_000) };
  } finally {
    over = true;
    await Promise.allSettled([browser?.close(), worker.kill(), site.close(), faults.close()]);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Opens a last page that sends what a profile keeps, until all is gone or the time is over. @returns what is left */
async function drain(context: BrowserContext, address: string, until: number): Promise<[name: string, seq: number][]> {
  const page: Page = await context.newPage();
  await page.goto(address);
  const look = (): Promise<[string, number][]> => page.evaluate(() => (window as any).kept());
  for (;;) {
    await page.evaluate(() => (window as any).drain());
    const left = await look();
    if (left.length === 0 || Date.now() > until) return left;
    await pause(250);
  }
}
