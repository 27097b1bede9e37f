import type { EpochMs, Installation, Overview } from '@tactful/protocol';
import type { ShardOverview } from '../shard/SiteShard.ts';
import { byLastChange } from './byLastChange.ts';
import { sumCells } from './sumCells.ts';

const MINUTE = 60_000, RECENT = 20;
/** So many loads in a day and not one summary: nobody is asked for consent, or nobody answers. */
const LOADS_WITHOUT_ANSWER = 20;

function installationOf({ loads, sessionsOfDay, sessionsEver }: { readonly loads: number; readonly sessionsOfDay: number; readonly sessionsEver: number }): Installation {
  if (sessionsOfDay > 0) return 'installed';
  if (loads >= LOADS_WITHOUT_ANSWER) return 'consent_unanswered';
  return sessionsEver > 0 ? 'installed' : 'nothing_yet';
}

/** Of the site's latest sessions, whichever shards hold them; bots' aside. */
function pagesOf(shards: readonly ShardOverview[]): Overview['pages'] {
  const latest = shards.flatMap(({ pages }) => pages).sort(byLastChange).slice(0, RECENT);
  const sums = new Map<string, { readonly id: string; readonly views: number; readonly sessions: number }>();
  for (const [id, views] of latest.flatMap((row) => (row.bot ? [] : Object.entries(row.views)))) {
    const before = sums.get(id);
    sums.set(id, { id, views: views + (before?.views ?? 0), sessions: 1 + (before?.sessions ?? 0) });
  }
  return [...sums.values()].sort((a, b) => b.views - a.views || (a.id < b.id ? -1 : 1));
}

/** Puts the shards' answers together. */
export function overviewOf(shards: readonly ShardOverview[], now: EpochMs): Overview {
  const sums = sumCells(shards.map(({ today }) => today));
  const site = (measure: string): number => sums.one({ kind: 'site', measure });
  const total = (pick: (shard: ShardOverview) => number): number => shards.reduce((sum, shard) => sum + pick(shard), 0);
  const rows = shards.flatMap(({ minutes }) => minutes);
  const current = now - (now % MINUTE);
  const loads = total(({ loadsOfDay }) => loadsOfDay);
  return {
    installation: installationOf({ loads, sessionsOfDay: total(({ sessionsOfDay }) => sessionsOfDay), sessionsEver: total(({ sessionsEver }) => sessionsEver) }),
    now,
    minutes: [4, 3, 2, 1, 0].map((back) => {
      const at = current - back * MINUTE;
      const of = rows.filter((row) => row.at === at);
      return { at, summaries: of.reduce((sum, row) => sum + row.summaries, 0), exposures: of.reduce((sum, row) => sum + row.exposures, 0) };
    }),
    today: {
      bots: site('bots'), sessions: site('sessions'), visitors: site('visitors'), exposures: site('exposures'), goals: site('goals'),
      purchases: site('purchases'), unvalued: site('purchases:value'), otherCurrency: site('purchases:currency'), configLoads: loads,
    },
    signals: sums.subjects('signal').map((id) => ({
      id, count: sums.one({ kind: 'signal', subject: id, measure: 'count' }), sessions: sums.one({ kind: 'signal', subject: id, measure: 'sessions' }),
    })).sort((a, b) => b.count - a.count),
    pages: pagesOf(shards),
    recent: shards.flatMap(({ recent }) => recent).sort(byLastChange).slice(0, RECENT),
  };
}
