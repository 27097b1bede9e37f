const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const DAY_MINUTES = 1_440;
const WEEK_MINUTES = 7 * DAY_MINUTES;

/** Minutes of the week, [start, end), 0 = Monday 00:00. */
export type WeekSpan = readonly [start: number, end: number];

/**
 * Reads `mon-fri 09:00-18:00`, `sat 10:00-24:00`, `fri-sun 22:00-02:00` (into the next morning; past Sunday it goes on at
 * Monday's start). @returns `undefined` for anything else.
 */
export function parseHours(text: string): WeekSpan[] | undefined {
  const match = /^(\w{3})(?:-(\w{3}))? (\d\d):(\d\d)-(\d\d):(\d\d)$/.exec(text);
  if (!match) return undefined;
  const first = DAYS.indexOf(match[1] as string);
  const last = DAYS.indexOf(match[2] ?? (match[1] as string));
  const start = minute(match[3], match[4]);
  const end = minute(match[5], match[6]);
  if (first < 0 || last < 0 || start === undefined || end === undefined || start === end || start === DAY_MINUTES) return undefined;
  const length = end > start ? end - start : end - start + DAY_MINUTES;
  const spans: WeekSpan[] = [];
  for (let day = 0; day <= (last - first + 7) % 7; day += 1) {
    const from = ((first + day) % 7) * DAY_MINUTES + start;
    const to = from + length;
    spans.push([from, Math.min(to, WEEK_MINUTES)]);
    if (to > WEEK_MINUTES) spans.push([0, to - WEEK_MINUTES]);
  }
  return spans;
}

function minute(hours: string | undefined, minutes: string | undefined): number | undefined {
  const at = Number(hours) * 60 + Number(minutes);
  return Number(minutes) < 60 && at <= DAY_MINUTES ? at : undefined;
}
