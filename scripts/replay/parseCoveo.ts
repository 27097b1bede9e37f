import type { LogEvent, LogParser } from './LogSession.ts';

const KINDS: Readonly<Record<string, LogEvent['kind']>> = { 1: 'page', 2: 'view', 3: 'add', 4: 'remove', 6: 'click' };
/** The log knows how long, not when. */
const EPOCH = Date.UTC(2026, 0, 5, 10);

/** Coveo: one session per line, `"[codes]","[ms spent on each]","[order]",bought`; a session that bought ends with a purchase. */
export function parseCoveo(): LogParser {
  let lines = 0;
  return {
    line(text) {
      const [whole, codes = '', spent = ''] = /^"\[(.*?)\]","\[(.*?)\]"/.exec(text) ?? [];
      if (whole === undefined) return undefined;
      const durations = spent.split(',').map(Number);
      let at = EPOCH;
      const events: LogEvent[] = codes.split(',').flatMap((code, index) => {
        const kind = KINDS[code.trim()];
        const event = { at, kind: kind as LogEvent['kind'] };
        at += durations[index] || 0;
        return kind ? [event] : [];
      });
      if (text.endsWith(',1')) events.push({ at, kind: 'purchase' });
      return [{ id: `line-${++lines}`, events }];
    },
    end: () => [],
  };
}
