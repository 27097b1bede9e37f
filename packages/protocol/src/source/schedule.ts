import * as v from 'valibot';
import { LIMITS } from '../limits.ts';
import { parseHours } from '../compile/parseHours.ts';

/** `2026-11-27T00:00`: a day that exists, a minute of it, no offset. */
function isLocalTime(text: string): boolean {
  const match = /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d$/.exec(text);
  if (!match) return false;
  const at = Date.parse(`${match[1]}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(match[1] as string);
}

function isTimeZone(text: string): boolean {
  try {
    return text === 'visitor' || (/[A-Za-z]/.test(text) && Boolean(new Intl.DateTimeFormat('en', { timeZone: text })));
  } catch (_error) {
    return false;
  }
}

const time = v.pipe(v.string('bad_time'), v.check(isLocalTime, 'bad_time'));
const hours = v.pipe(v.string('bad_hours'), v.check((text) => parseHours(text) !== undefined, 'bad_hours'));

/** When a campaign may show. `from` is inclusive, `until` exclusive; `hours` are any of the given ones. */
export const schedule = v.pipe(
  v.strictObject({
    from: v.exactOptional(time), until: v.exactOptional(time),
    hours: v.exactOptional(v.pipe(v.array(hours), v.minLength(1), v.maxLength(LIMITS.listItems))),
    timeZone: v.exactOptional(v.pipe(v.string(), v.check(isTimeZone, 'bad_time_zone'))),
  }),
  v.check(({ from, until }) => !from || !until || from < until, 'out_of_range'),
);
export type ScheduleSource = v.InferOutput<typeof schedule>;
