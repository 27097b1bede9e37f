import type { LogEvent, LogSession } from './LogSession.ts';

/** Mulberry32: the same log for the same seed. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), state | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A log like OTTO's in shape: 3 to 40 events a session, mostly views, one in twelve an addition, one in sixty a purchase. */
export function* generateLog(events: number): Generator<LogSession> {
  const random = dice(42);
  const start = Date.UTC(2026, 0, 5, 8);
  for (let made = 0, index = 0; made < events; index++) {
    const length = Math.min(events - made, 3 + Math.floor(random() ** 2 * 38));
    let at = start + Math.floor(random() * 86_400_000 * 28);
    const session: LogEvent[] = [];
    for (let event = 0; event < length; event++) {
      const roll = random();
      if (roll < 0.9) session.push({ at, kind: roll < 0.7 ? 'view' : 'page' });
      else session.push({ at, kind: roll < 0.983 ? 'add' : 'purchase', value: 5 + Math.floor(random() * 95) });
      // Half a minute on most pages, now and then a break that ends the visit.
      at += random() < 0.01 ? 3_600_000 : 1_000 + Math.floor(-Math.log(1 - random()) * 30_000);
    }
    made += length;
    yield { id: `generated-${index}`, events: session };
  }
}
