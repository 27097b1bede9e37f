import { parseDuration } from '../duration.ts';
import type { CampaignSource } from '../source/campaign.ts';
import type { Milliseconds } from '../units.ts';
import type { CompiledCampaign } from './Compiled.ts';
import { compileCondition } from './compileCondition.ts';
import { compileFrequency } from './compileFrequency.ts';
import { compileSchedule } from './compileSchedule.ts';
import { compileTrigger, type Naming } from './compileClause.ts';

/** What a campaign takes that says nothing itself. Shares 0 to 1, durations in milliseconds. */
export const CAMPAIGN_PRESETS = { rollout: 1, priority: 50, control: 0.1, hold: 10_000, weight: 1 } as const;

/** A live or shadow campaign, its texts in all languages. */
export function compileCampaign(source: CampaignSource, version: number, naming: Naming): CompiledCampaign {
  const { group, conditions, variants, goal, hold, schedule } = source;
  return {
    id: source.id,
    version,
    status: source.status === 'shadow' ? 'shadow' : 'live',
    rollout: source.rollout ?? CAMPAIGN_PRESETS.rollout,
    priority: source.priority ?? CAMPAIGN_PRESETS.priority,
    ...(group !== undefined && { group }),
    trigger: compileTrigger(source.trigger, naming),
    ...(conditions && { conditions: compileCondition(conditions) }),
    message: source.message,
    ...(variants && { variants }),
    frequency: compileFrequency(source.frequency),
    control: source.control ?? CAMPAIGN_PRESETS.control,
    ...(goal && { goal: { event: naming.event(goal.event), within: parseDuration(goal.within) as Milliseconds } }),
    hold: parseDuration(hold) ?? CAMPAIGN_PRESETS.hold,
    ...(schedule && { schedule: compileSchedule(schedule) }),
  };
}
