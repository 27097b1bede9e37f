import type { DeviceFrequency, Outcome } from '../device.ts';
import { parseDuration, parseWait } from '../duration.ts';
import type { FrequencySource } from '../source/frequency.ts';
import type { Milliseconds } from '../units.ts';

/** Waits and periods to milliseconds. */
export function compileFrequency(source: FrequencySource = {}): DeviceFrequency {
  const { custom, cooldown, after, ...caps } = source;
  const waits = Object.entries(after ?? {}).map(([outcome, wait]) => [outcome, parseWait(wait) as Milliseconds]);
  return {
    ...caps,
    ...(custom && { custom: custom.map(({ cap, period }) => ({ cap, period: parseDuration(period) as Milliseconds })) }),
    ...(cooldown !== undefined && { cooldown: parseWait(cooldown) as Milliseconds }),
    ...(after && { after: Object.fromEntries(waits) as Partial<Record<Outcome, Milliseconds>> }),
  };
}
