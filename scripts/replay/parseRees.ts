import type { LogEvent, LogParser, LogSession } from './LogSession.ts';

const KINDS: Readonly<Record<string, LogEvent['kind']>> = { view: 'view', cart: 'add', remove_from_cart: 'remove', purchase: 'purchase' };
/** A session that was silent for so long in the log is over. */
const SILENT_MS = 86_400_000;
/** Lines between looks for silent sessions. */
const SWEEP = 100_000;

/** REES46: one event per line, sorted by time, the sessions interleaved; columns by the header's names. */
export function parseRees(header: string): LogParser {
  const names = header.split(',');
  const [time, type, price, session] = ['event_time', 'event_type', 'price', 'user_session'].map((name) => names.indexOf(name)) as [number, number, number, number];
  const open = new Map<string, LogEvent[]>();
  let lines = 0;
  const take = (over: (events: readonly LogEvent[]) => boolean): LogSession[] => {
    const ended = [...open].filter(([, events]) => over(events)).map(([id, events]) => ({ id, events }));
    for (const { id } of ended) open.delete(id);
    return ended;
  };
  return {
    line(text) {
      const fields = text.split(',');
      const kind = KINDS[fields[type] ?? ''];
      const at = Date.parse((fields[time] ?? '').replace(' UTC', 'Z').replace(' ', 'T'));
      const id = fields[session];
      // One cell more or less, and none is what its column says.
      if (!kind || !id || Number.isNaN(at) || fields.length !== names.length) return undefined;
      const value = Number(fields[price]);
      const event = { at, kind, ...(value > 0 && { value }) };
      const events = open.get(id);
      if (events) events.push(event);
      else open.set(id, [event]);
      return ++lines % SWEEP === 0 ? take((past) => past.at(-1)!.at < at - SILENT_MS) : [];
    },
    end: () => take(() => true),
  };
}
