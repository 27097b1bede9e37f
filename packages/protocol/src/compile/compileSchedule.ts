import type { DeviceSchedule } from '../device.ts';
import type { ScheduleSource } from '../source/schedule.ts';
import { parseHours, type WeekSpan } from './parseHours.ts';

/** Hours to minutes of the week, sorted, touching spans joined. The default zone is the visitor's. */
export function compileSchedule({ from, until, hours, timeZone = 'visitor' }: ScheduleSource): DeviceSchedule {
  return {
    ...(from !== undefined && { from }),
    ...(until !== undefined && { until }),
    ...(hours && { hours: join(hours.flatMap((text) => parseHours(text) ?? [])) }),
    timeZone,
  };
}

function join(spans: readonly WeekSpan[]): WeekSpan[] {
  const joined: [number, number][] = [];
  for (const [start, end] of [...spans].sort((a, b) => a[0] - b[0])) {
    const last = joined[joined.length - 1];
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else joined.push([start, end]);
  }
  return joined;
}
