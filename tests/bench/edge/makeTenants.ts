import { AGENT } from '../../doubles/AGENT.ts';
import { makeSite, SHOP, type TestSite } from '../../worker/harness/makeSite.ts';
import { makeExposure, makeSummary } from '../../worker/harness/makeSummary.ts';
import { STALL } from '../../worker/harness/STALL.ts';
import type { Call } from './openClient.ts';
import type { Edge } from './startEdge.ts';

/** Budget of the offer that is claimed: more than a run asks for. */
const BUDGET = 1_000_000;
const SHARDS = 4;
export const PAGE = { origin: SHOP, 'content-type': 'text/plain', 'user-agent': AGENT };

/** Makes sites with a published configuration: as many as keep each within its quota. */
export async function makeTenants(edge: Edge, count: number): Promise<readonly TestSite[]> {
  const source = { ...STALL, offers: { ...STALL.offers, freeship: { ...STALL.offers.freeship, budget: BUDGET } } };
  const sites: TestSite[] = [];
  for (let n = 0; n < count; n++) sites.push(await makeSite(edge, { id: `tenant-${n}`, source, shards: SHARDS }));
  return sites;
}

/** Summaries of one visitor as a device sends them, each of a session of its own. @param run tells apart the requests of one run from those of another */
export function intakeBody({ key }: TestSite, { run, n, summaries }: { readonly run: string; readonly n: number; readonly summaries: number }): string {
  const now = Date.now();
  const sessions = Array.from({ length: summaries }, (_none, at) => makeSummary({
    visitor: `visitor-${run}-${n}`, session: `session-${run}-${n}-${at}`, startedAt: now - 90_000, signals: { 'save-workflow': { count: 2, longestRun: 1 } },
    gates: { stall: { conditions: 1, page: 2 } }, exposures: at === 0 ? [makeExposure({ id: `exposure-${run}-${n}`, at: now - 30_000 })] : [],
  }));
  return JSON.stringify({ v: 1, key, sentAt: now, sessions });
}

/** A body of the intake, to the n-th of the sites in turns. */
export const intake = (sites: readonly TestSite[], run: string, summaries: number) => (n: number): Call => {
  const site = sites[n % sites.length]!;
  return { method: 'POST', path: `/v1/summaries?key=${site.key}`, headers: PAGE, body: intakeBody(site, { run, n, summaries }) };
};
