import { summarize } from '@tactful/engine';
import type { Summary } from '@tactful/protocol';
import { VERSION } from '../version.ts';
import { readContext } from './context.ts';
import type { ShipCore } from './shipping.ts';

/**
 * The session so far, as it would be sent under this `seq`; undefined where consent, or the host's `beforeShip`, allows none.
 * The host may take fields away, never add or change.
 */
export function buildSummary(core: ShipCore, seq: number): Summary | undefined {
  const { consent, engine, visit, settings: { beforeShip }, locale } = core;
  // Facts come at most so often; the summary is of this moment.
  core.tick();
  if (consent != 'granted' || !engine || !visit) return;
  const summary: Summary = {
    ...summarize(engine), session: visit.session.id, part: visit.part, visitor: visit.visitor.visitor, seq, sdk: VERSION,
    bot: navigator.webdriver ? 0.5 : 0, context: readContext(locale),
  };
  if (beforeShip) {
    const allowed = beforeShip({ ...summary });
    if (!allowed) return;
    for (const field in summary) if (!(field in (allowed as object))) delete summary[field as keyof Summary];
  }
  return summary;
}
