import type { DeviceSchedule, EpochMs } from '@tactful/protocol';

const DAY = 1_440;
const WEEK = 7 * DAY;

/** Minutes from 1970-01-01T00:00 to a wall-clock time such as `2026-11-27T09:00`, in the same zone. */
function minutesOf(wall: string): number {
  const [year, month, day, hour, minute] = (wall + ' 0 0').match(/\d+/g)!.map(Number) as [number, number, number, number, number];
  // Days of the proleptic Gregorian calendar, years beginning in March: https://howardhinnant.github.io/date_algorithms.html
  const years = month < 3 ? year - 1 : year;
  const days = 365 * years + Math.floor(years / 4) - Math.floor(years / 100) + Math.floor(years / 400)
    + Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 719_469;
  return (days * 24 + hour) * 60 + minute;
}

/**
 * Compiles a schedule.
 * @param utcOffset minutes east of UTC, for the time zone `visitor`.
 * @returns a function from trusted time to when it is open next: that very time while it is, `Infinity` when never again.
 * @throws RangeError for a time zone that this device does not know.
 */
export function openAt(schedule: DeviceSchedule, utcOffset: number): (now: EpochMs) => EpochMs {
  const { from, until, hours, timeZone } = schedule;
  // Swedish writes dates as ISO 8601 does: `2026-11-27 09:00`.
  const zone = timeZone == 'visitor' ? 0 : new Intl.DateTimeFormat('sv', { timeZone, dateStyle: 'short', timeStyle: 'short' } as object);
  const first = from ? minutesOf(from) : 0;
  const end = until ? minutesOf(until) : Infinity;
  const next = (now: EpochMs): EpochMs => {
    const minute = Math.floor(now / 60_000);
    const wall = zone ? minutesOf(zone.format(now)) : minute + utcOffset;
    let open = Math.max(wall, first);
    if (hours) {
      // 1970-01-01 was a Thursday; the week begins on Monday.
      const week = (open + 3 * DAY) % WEEK;
      open += Math.min(...hours.map(([start, stop]) => (week >= start && week < stop ? 0 : (start - week + WEEK) % WEEK)));
    }
    // False, too, where a date is none: such a schedule never opens.
    return !(open < end) ? Infinity : open > wall ? (minute + open - wall) * 60_000 : now;
  };
  // Hours that are none throw now, or never.
  next(0);
  return next;
}
