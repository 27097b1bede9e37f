import { boundsOf, createBacktest, LEARNED, type Names, type Tested } from '@tactful/learner';
import type { Backtest } from '@tactful/protocol';
import type { ToldSession } from '../shard/sessionStore.ts';
import type { ConfigNames } from '../store/configStore.ts';

/** What a draft's own site knows: names by the configuration's version, as summaries tell it, and the model that would score for the draft. */
export interface Ground { readonly names: Readonly<Record<string, ConfigNames>>; readonly model: string | undefined }

/** A tab as the draft may take it: what another model said of a learned state tells nothing of what this one would have said. */
const scoredBy = (tab: ToldSession['tabs'][number], model: string | undefined): ToldSession['tabs'][number] =>
  (tab.model === model ? tab : { ...tab, intents: Object.fromEntries(Object.entries(tab.intents).filter(([state]) => !(state in LEARNED))) });

/** Looks at sessions, tab by tab. */
export function testSessions(sessions: readonly ToldSession[], campaigns: readonly Tested[], { names, model }: Ground): Backtest {
  const read = new Map<string, Names>(Object.entries(names).map(([config, { pages, signals, progress }]) => [config, { pages: new Map(pages), signals: new Set(signals), progress: new Set(progress) }]));
  const backtest = createBacktest(campaigns);
  let [looked, since] = [0, Infinity];
  for (const { receivedAt, tabs } of sessions) {
    const recorded = tabs.flatMap((summary) => {
      const own = read.get(summary.config);
      return own ? [{ summary: scoredBy(summary, model), names: own }] : [];
    });
    if (recorded.length < tabs.length) continue;
    backtest.add(recorded);
    looked++;
    since = Math.min(since, receivedAt);
  }
  const counts = backtest.counts();
  return {
    sessions: looked, skipped: sessions.length - looked, ...(looked > 0 && { since }),
    campaigns: campaigns.map(({ id }, index) => {
      const { clauses, trigger, conditions, both } = counts[index]!;
      return { id, clauses: clauses.map(boundsOf), trigger: boundsOf(trigger), conditions: boundsOf(conditions), both: boundsOf(both) };
    }),
  };
}
