import type { Observation } from '@tactful/engine';
import { CONTENDERS } from './CONTENDERS.ts';
import type { Facts } from './Facts.ts';
import { AT, ourRules } from './ourRules.ts';

const HOUR = 3_600_000;
const PAGES = ['home', 'product', 'cart', 'checkout'];

/** A session, and what it comes to in flat facts, at its end. */
export interface Session {
  /** `[ms since the start, a page type, "hidden", "visible" or an event]`, and at last `"end"`. */
  readonly do: readonly (readonly [at: number, what: string])[];
  readonly cart?: number;
  /** When the message was last shown, before the start. */
  readonly shownHoursAgo?: number;
  readonly facts: Facts;
}

/** Whether the rule holds at the session's end: ours from what happened, the others from the facts. */
export async function answersOf({ do: steps, cart, shownHoursAgo, facts }: Session): Promise<Readonly<Record<string, boolean>>> {
  const engine = ourRules(1)(cart);
  if (shownHoursAgo !== undefined) engine.observe({
    at: AT, kind: 'caps', caps: { scopes: { 'c:rule-0': { shown: [[AT - shownHoursAgo * HOUR, 'before']], lifetime: 1, waitUntil: 0 } }, arms: {}, latest: 0 },
  });
  for (const [after, what] of steps) {
    for (let next = engine.nextDeadline(); next <= AT + after; next = engine.nextDeadline()) engine.tick(next);
    const at = AT + after;
    if (what === 'end') engine.tick(at);
    else if (PAGES.includes(what)) engine.observe({ at, kind: 'page', page: null, type: what } as Observation);
    else if (what === 'hidden' || what === 'visible') engine.observe({ at, kind: 'visibility', visible: what === 'visible' });
    else engine.observe({ at, kind: 'event', name: what });
  }
  const answers: Record<string, boolean> = { ours: engine.due() !== null };
  for (const [name, contender] of Object.entries(CONTENDERS)) answers[name] = await contender(1)(facts) === 1;
  return answers;
}
