import { createBacktest, type BacktestCounts, type Names, type Tested } from '@tactful/learner';
import type { EpochMs } from '@tactful/protocol';
import type { SessionStore } from './sessionStore.ts';

/** A configuration's names as they travel to a shard. */
export interface ConfigNames {
  /** The type is empty where the configuration leaves it to the page. */
  readonly pages: readonly (readonly [id: string, type: string])[];
  readonly signals: readonly string[];
  readonly progress: readonly string[];
}

export interface BacktestTask {
  readonly campaigns: readonly Tested[];
  /** By the configuration's version, as summaries tell it. */
  readonly names: Readonly<Record<string, ConfigNames>>;
  /** Sessions that are looked at, the newest first. */
  readonly limit: number;
}

/** What one shard counted; `since` is absent where it looked at none. */
export interface ShardBacktest {
  readonly sessions: number;
  readonly skipped: number;
  readonly since?: EpochMs;
  readonly counts: readonly BacktestCounts[];
}

/** Plays nothing: looks at what the newest sessions told, tab by tab. */
export function testSessions(sessions: SessionStore, { campaigns, names, limit }: BacktestTask): ShardBacktest {
  const read = new Map<string, Names>(Object.entries(names).map(([config, { pages, signals, progress }]) => [config, { pages: new Map(pages), signals: new Set(signals), progress: new Set(progress) }]));
  const backtest = createBacktest(campaigns);
  let [looked, skipped, since] = [0, 0, Infinity];
  for (const { receivedAt, tabs } of sessions.newest(limit)) {
    const recorded = tabs.map((summary) => ({ summary, names: read.get(summary.config) }));
    if (!recorded.every((tab): tab is typeof tab & { names: Names } => tab.names !== undefined)) {
      skipped++;
      continue;
    }
    backtest.add(recorded);
    looked++;
    since = Math.min(since, receivedAt);
  }
  return { sessions: looked, skipped, ...(looked > 0 && { since }), counts: backtest.counts() };
}
