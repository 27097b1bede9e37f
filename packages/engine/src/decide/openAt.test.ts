import { expect, it } from 'vitest';
import { openAt } from './openAt.ts';

/** An independent way to the same answer: every minute of a fortnight, by the platform's own calendar. */
function byCalendar(now: number, timeZone: string, hours: readonly (readonly [number, number])[]): boolean {
  const parts = Object.fromEntries(new Intl.DateTimeFormat('en-GB', { timeZone, weekday: 'short', hour: 'numeric', minute: 'numeric', hourCycle: 'h23' })
    .formatToParts(now).map(({ type, value }) => [type, value]));
  const minute = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(parts['weekday']!) * 1_440 + Number(parts['hour']) * 60 + Number(parts['minute']);
  return hours.some(([start, end]) => minute >= start && minute < end);
}
/** Tuesday 09:00 to 17:30, and Friday night into Saturday. */
const HOURS = [[1_980, 2_490], [7_140, 7_320]] as const;

it.each(['UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kathmandu', 'Australia/Lord_Howe'])('agrees with the calendar of %s over a change of clocks', (timeZone) => {
  const open = openAt({ timeZone, hours: HOURS }, 0);
  const start = Date.UTC(2026, 9, 22);
  for (let minute = 0; minute < 14 * 1_440; minute += 29) {
    const now = start + minute * 60_000;
    expect(open(now) <= now).toBe(byCalendar(now, timeZone, HOURS));
  }
});

it.each([
  ['2000-02-29T12:34', Date.UTC(2000, 1, 29, 12, 34)], ['2026-01-01T00:00', Date.UTC(2026, 0, 1)], ['2026-12-31T23:59', Date.UTC(2026, 11, 31, 23, 59)],
  ['2100-03-01T00:00', Date.UTC(2100, 2, 1)], ['2024-02-29T00:00', Date.UTC(2024, 1, 29)],
])('%s opens at its minute', (from, at) => {
  const open = openAt({ from, timeZone: 'UTC' }, 0);
  expect(open(at - 1)).toBe(at);
  expect(open(at)).toBe(at);
  expect(openAt({ from, timeZone: 'visitor' }, 60)(at - 7_200_000)).toBe(at - 3_600_000);
});

it('is shut for good at its end', () => {
  const open = openAt({ until: '2026-11-27T00:00', hours: [[0, 1]], timeZone: 'UTC' }, 0);
  expect(open(Date.UTC(2026, 10, 26, 12))).toBe(Infinity);
  expect(openAt({ until: '2026-11-27T00:00', timeZone: 'UTC' }, 0)(Date.UTC(2026, 10, 26, 23, 59, 59))).toBeLessThan(Infinity);
});

it('refuses a zone that does not exist, and never opens on a day that does not', () => {
  expect(() => openAt({ timeZone: 'Mars/Olympus' }, 0)).toThrow();
  expect(openAt({ from: 'tomorrow', timeZone: 'UTC' }, 0)(Date.UTC(2026, 10, 26))).toBe(Infinity);
  expect(openAt({ until: 'tomorrow', timeZone: 'UTC' }, 0)(Date.UTC(2026, 10, 26))).toBe(Infinity);
});
