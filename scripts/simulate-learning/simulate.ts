import { setTimeout as pause } from 'node:timers/promises';
import { prepare, type Caps } from '@tactful/engine';
import type { DeviceConfig, EpochMs, IntakeAnswer, ModelReport, Summary } from '@tactful/protocol';
import { callAdmin } from '../../tests/worker/harness/callAdmin.ts';
import { makeSite, type TestSite } from '../../tests/worker/harness/makeSite.ts';
import { sendBody } from '../../tests/worker/harness/sendSummaries.ts';
import { createRandom } from '../simulate-aa/createRandom.ts';
import { drawVisitor, type Visitor } from './drawVisitor.ts';
import { playVisit, type Visited } from './playVisit.ts';
import { SHOP } from './SHOP.ts';
import type { ClockedWorker } from './startByClock.ts';

const DAY = 86_400_000, MINUTE = 60_000;
/** Monday, 2026-01-05. */
export const FIRST_DAY: EpochMs = 1_767_571_200_000;
/** At night: when a device of the day fetches its configuration, and when the schedule runs. */
const FETCHED = 7 * 3_600_000, TRAINED = (24 + 3) * 3_600_000 + 17 * MINUTE;
/** Summaries in one body, and its bytes, of which the intake takes 32,768. */
const PER_BODY = 20, BYTES = 32_000;

export interface Simulation {
  readonly seed: number;
  readonly days: number;
  /** Who come for the first time, a day. */
  readonly visitors: number;
  /** From this day on, the first being 0, visitors act otherwise; Infinity: never. */
  readonly drift?: number;
}

/** One visit as the truth knows it. */
export interface Told extends Pick<Visited, 'arm' | 'bought'> {
  readonly visitor: Visitor;
  readonly nth: number;
}

/** A day: what was served, who came, and what the night's training left. */
export interface Day {
  readonly config: DeviceConfig;
  readonly visits: readonly Told[];
  readonly model: ModelReport;
}

interface Coming { readonly visitor: Visitor; readonly nth: number; readonly caps?: Caps }

/** The seed of the nth of a stream's visitors: spread, so that no two streams meet. */
export const seedOf = (seed: number, stream: number, nth: number): number => Math.imul(Math.imul(seed, 0x9e37_79b1) + stream | 0, 0x85eb_ca6b) + Math.imul(nth + 1, 0xc2b2_ae35) | 0;

/** Opens the shop on a Worker that is new. Who is in which arm follows from the site's salt, which is the seed's here. */
export async function openShop(worker: ClockedWorker, seed: number): Promise<TestSite> {
  const site = await makeSite(worker, { id: 'shop', shards: 2 });
  const { DB } = await worker.worker.getEnv() as { DB: D1Database };
  await DB.prepare('UPDATE sites SET salt = ?').bind(`seed-${seed}`).run();
  await callAdmin(worker, `sites/${site.id}/config`, { method: 'PUT', body: SHOP, headers: { 'if-match': '*' } });
  return site;
}

async function send(worker: ClockedWorker, site: TestSite, sessions: readonly string[], sentAt: EpochMs): Promise<void> {
  worker.setTime(sentAt);
  const response = await sendBody(worker, site, `{"v":1,"key":"${site.key}","sentAt":${sentAt},"sessions":[${sessions.join()}]}`);
  const answer = await response.json() as IntakeAnswer;
  if (response.status !== 202 || answer.accepted !== sessions.length) throw new Error(`The intake did not take all: ${response.status} ${JSON.stringify(answer)}`);
}

/** Ships what ended, in the order that it did, each body as its last visit ends. */
async function ship(worker: ClockedWorker, site: TestSite, ended: readonly { readonly at: EpochMs; readonly text: string }[]): Promise<void> {
  let body: string[] = [], bytes = 0, last = 0;
  for (const { at, text } of ended) {
    if (body.length === PER_BODY || bytes + text.length > BYTES) {
      await send(worker, site, body, last);
      [body, bytes] = [[], 0];
    }
    body.push(text);
    bytes += text.length + 1;
    last = at;
  }
  if (body.length > 0) await send(worker, site, body, last);
}

async function trainAtNight({ worker, setTime, fetch }: ClockedWorker, { id }: TestSite, at: EpochMs): Promise<ModelReport> {
  setTime(at);
  await worker.scheduled({ scheduledTime: new Date(at), cron: '17 3 * * *' });
  for (;;) {
    const report = await (await callAdmin({ fetch }, `sites/${id}/model`)).json() as ModelReport;
    if (!report.running) return report;
    await pause(20);
  }
}

/** Plays the shop day by day: visits through the engine under what is served that day, their summaries to the Worker, and at night the schedule. */
export async function* simulate(worker: ClockedWorker, site: TestSite, { seed, days, visitors, drift = Infinity }: Simulation): AsyncGenerator<Day> {
  const coming = new Map<number, Coming[]>();
  const { even: random } = createRandom(seedOf(seed, 1, 0));
  const dayOf = (at: EpochMs): number => Math.floor((at - FIRST_DAY) / DAY);
  for (let day = 0; day < days; day++) {
    const begins = FIRST_DAY + day * DAY;
    worker.setTime(begins + FETCHED);
    const config = await (await worker.fetch(`/v1/config?key=${site.key}`)).json() as DeviceConfig;
    const prepared = prepare(config);
    const arrivals = Array.from({ length: visitors }, (_one, nth): Coming => {
      const id = `v${day}-${nth}`;
      return { visitor: drawVisitor({ id, seed: seedOf(seed, 0, day * visitors + nth), day: begins, drifted: day >= drift }), nth: 0 };
    });
    const visits: Told[] = [], ended: { at: EpochMs; text: string }[] = [];
    for (const { visitor, nth, caps } of [...coming.get(day) ?? [], ...arrivals]) {
      const visit = visitor.visits[nth]!, session = `${visitor.id}-${nth}`;
      const played = playVisit(visit, { config, prepared, visitor: visitor.id, session, caps, random });
      const summary: Summary = { ...played.summary, visitor: visitor.id, session, part: 'p', seq: 1, sdk: '0.1.0', bot: 0, context: { device: 'desktop', locale: 'en', referrer: 'direct' } };
      ended.push({ at: played.endedAt, text: JSON.stringify(summary) });
      visits.push({ visitor, nth, bought: played.bought, ...(played.arm && { arm: played.arm }) });
      const next = visitor.visits[nth + 1];
      if (played.bought || !next) continue;
      const on = dayOf(next.startsAt);
      coming.set(on, [...coming.get(on) ?? [], { visitor, nth: nth + 1, caps: played.caps }]);
    }
    coming.delete(day);
    await ship(worker, site, ended.sort((a, b) => a.at - b.at));
    yield { config, visits, model: await trainAtNight(worker, site, begins + TRAINED) };
  }
}
