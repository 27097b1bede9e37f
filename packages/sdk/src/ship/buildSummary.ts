import type { Summary } from '@tactful/protocol';
import type { Core } from '../core.ts';
import { VERSION } from '../version.ts';
import { readContext } from './context.ts';

/**
 * The session so far, as it would be sent under this `seq`; undefined where consent, or the host's `beforeShip`, allows none.
 * The host may take fields away, never add or change.
 */
export function buildSummary({ consent, engine, visit, settings: { beforeShip }, locale, now }: Core, seq: number): Summary | undefined {
  // Facts come at most so often; the summary is of this moment.
  if (engine) engine.tick(now());
  const body = engine && engine.summary();
  if (consent != 'granted' || !body || !visit) return;
  const summary: Summary = {
    ...body, session: visit.session.id, part: visit.part, visitor: visit.visitor.visitor, seq, sdk: VERSION,
    bot: navigator.webdriver ? 0.5 : 0, context: readContext(locale),
  };
  if (beforeShip) {
    const allowed = beforeShip({ ...summary });
    if (!allowed) return;
    for (const field in summary) if (!(field in (allowed as object))) delete summary[field as keyof Summary];
  }
  return summary;
}
