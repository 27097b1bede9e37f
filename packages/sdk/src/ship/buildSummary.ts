import { summarize, writeJson } from '@tactful/engine';
import type { Summary } from '@tactful/protocol';
import { VERSION } from '../version.ts';
import { readLocale } from './context.ts';
import type { ShipCore } from './shipping.ts';
import { takeAway } from './takeAway.ts';

const copy = (summary: Summary): Summary => JSON.parse(writeJson(summary));

/**
 * The session so far, as it would be sent under this `seq`; undefined where consent, or the host's `beforeShip`, allows none.
 * A copy: whoever changes it changes nothing here.
 */
export function buildSummary(core: ShipCore, seq: number): Summary | undefined {
  const { consent, engine, visit, scope, settings: { beforeShip }, locale } = core;
  // Facts come at most so often; the summary is of this moment.
  core.tick();
  if (consent != 'granted' || !engine || !visit) return;
  const summary = copy({
    ...summarize(engine), session: visit.session.id, part: visit.part, visitor: visit.visitor.visitor, seq, sdk: VERSION,
    bot: Math.max(navigator.webdriver ? 0.5 : 0, core.hand || 0), context: { ...visit.session.origin, locale: readLocale(locale, core.config!.locale) },
  });
  if (!beforeShip) return summary;
  const allowed = scope.guard(beforeShip)(copy(summary));
  return allowed ? takeAway(summary, allowed) : undefined;
}
