import type { LogEvent, LogParser } from './LogSession.ts';

const KINDS: Readonly<Record<string, LogEvent['kind']>> = { clicks: 'view', carts: 'add', orders: 'purchase' };

/** OTTO: one session per line, `{ session, events: [{ aid, ts, type }] }`; orders of one moment are one purchase. No prices. */
export function parseOtto(): LogParser {
  return {
    line(text) {
      const { session, events } = JSON.parse(text) as { session: number; events: { ts: number; type: string }[] };
      const known = events.flatMap(({ ts, type }) => (KINDS[type] ? [{ at: ts, kind: KINDS[type] }] : []));
      const once = known.filter(({ at, kind }, index) => kind !== 'purchase' || known[index - 1]?.kind !== kind || known[index - 1]?.at !== at);
      return [{ id: String(session), events: once.sort((one, two) => one.at - two.at) }];
    },
    end: () => [],
  };
}
