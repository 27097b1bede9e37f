import { COLUMNS } from '@tactful/learner';
import type { ModelReport, Summary } from '@tactful/protocol';
import { expect, vi } from 'vitest';
import { createDice } from '../../../packages/learner/src/train/createDice.ts';
import { callAdmin } from '../harness/callAdmin.ts';
import type { TestSite } from '../harness/makeSite.ts';
import { makeGoal, makeSummary } from '../harness/makeSummary.ts';
import { readRows } from '../harness/readRows.ts';
import { sendSummaries } from '../harness/sendSummaries.ts';
import type { RunningWorker } from '../harness/startWorker.ts';

const DAY = 86_400_000;

/** A shop whose buyers look at shipping, of which the expert makes nothing; with `luck` they buy whatever they look at. Nobody has a cart, so only `likely_buyer` is learned. */
export function visits(prefix: string, count: number, { from, days, luck = false }: { readonly from: number; readonly days: number; readonly luck?: boolean }): Summary[] {
  const dice = createDice(luck ? 11 : 7);
  return Array.from({ length: count }, (_one, n) => {
    const at = Math.round(from + n / count * days * DAY);
    const looks = dice() * 30;
    const buys = dice() < (luck ? 0.35 : looks > 15 ? 0.6 : 0.1);
    const x = COLUMNS.map((name) => (name === 'attention.shipping_seconds' ? looks : name.startsWith('attention.') ? dice() * 30 : -1)).map((value) => Math.round(value * 10) / 10);
    return makeSummary({
      visitor: `${prefix}-${n}`, session: `${prefix}-${n}`, startedAt: at - 60_000, durationMs: 120_000, snapshots: [{ on: 'page5', at, x }],
      goals: buys ? [makeGoal({ id: `${prefix}-${n}`, at: at + 30_000 })] : [],
    });
  });
}

/** Sends them to a site of two shards, and lets two days pass since. */
export async function sendVisits(running: RunningWorker, site: TestSite, summaries: readonly Summary[]): Promise<void> {
  const sentAt = Date.now();
  for (let from = 0; from < summaries.length; from += 30) await sendSummaries(running, site, summaries.slice(from, from + 30), sentAt);
  await readRows(running, site, { query: `UPDATE sessions SET updated_at = updated_at - ${2 * DAY}`, shards: 2 });
}

export const readModel = async (running: RunningWorker, site: TestSite): Promise<ModelReport> => (await callAdmin(running, `sites/${site.id}/model`)).json() as Promise<ModelReport>;

/** The report, once no training is under way. */
export const untilTrained = (running: RunningWorker, site: TestSite): Promise<ModelReport> => vi.waitFor(async () => {
  const report = await readModel(running, site);
  expect(report.running).toBeNull();
  return report;
}, { timeout: 60_000, interval: 100 });
