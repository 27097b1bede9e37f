import * as v from 'valibot';
import { LIMITS } from '../limits.ts';
import { count, duration, id, label, share } from './atoms.ts';
import { trigger } from './clause.ts';
import { condition } from './condition.ts';
import { frequency } from './frequency.ts';
import { message, variant } from './message.ts';
import { opaque } from './opaque.ts';
import { schedule } from './schedule.ts';

const DAY = 86_400_000;

/** A campaign as an author writes it: trigger, conditions, message, frequency, control and goal. */
export const campaign = v.strictObject({
  id,
  name: v.exactOptional(label),
  status: v.picklist(['draft', 'shadow', 'live', 'paused']),
  rollout: v.exactOptional(share),
  priority: v.exactOptional(count(0, 1_000)),
  group: v.exactOptional(id),
  trigger: opaque(trigger),
  conditions: v.exactOptional(condition),
  message: opaque(message),
  variants: v.exactOptional(v.pipe(v.array(opaque(variant)), v.minLength(1), v.maxLength(LIMITS.variants))),
  frequency: v.exactOptional(frequency),
  control: v.exactOptional(share),
  goal: v.exactOptional(v.strictObject({ event: id, within: duration(60_000, 90 * DAY) })),
  hold: v.exactOptional(duration(1_000, LIMITS.holdMs)),
  schedule: v.exactOptional(schedule),
});
export type CampaignSource = v.InferOutput<typeof campaign>;
