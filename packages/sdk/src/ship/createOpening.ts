import { carry, KEEP, restore, type Observation } from '@tactful/engine';
import { mayStore } from './consent.ts';
import type { Outbox } from './outbox.ts';
import type { Ship } from './ship.ts';
import type { ShipCore } from './shipping.ts';
import type { OpenVisit } from './visit.ts';

export interface Opening {
  /** The engine of this page does. */
  readonly goesOn?: boolean | undefined;
  /** Another visitor. */
  readonly fresh?: boolean | undefined;
  /** The page is back from the back/forward cache: the place is entered again, and another page may have had another answer meanwhile. */
  readonly anew?: boolean | undefined;
}

/** Facts kept while a visit opens; more are not worth it. */
const MOST_HELD = 200;

/**
 * Opens a visit and begins an engine for it. What is told meanwhile, while storage answers, is told to the engine that comes, too:
 * the one before is over from the moment of the call.
 */
export function createOpening(core: ShipCore, { ship, outbox, visits }: { ship: Ship; outbox: Outbox; visits: OpenVisit }): (how: Opening) => Promise<void> | undefined {
  const { scope, stages, storage, configuration } = core;
  let held: Observation[] | undefined;
  let under: Opening = {};
  /** What storage is asked for at present. */
  let asked: ReturnType<OpenVisit> | undefined;
  stages.count = (engine, observation) => {
    KEEP.count(engine, observation);
    if (observation.kind == 'event' && observation.name == 'purchase') core.code = undefined;
    if (held && held.length < MOST_HELD) held.push(observation);
  };
  return scope.guard(async (how: Opening): Promise<void> => {
    const { consent } = core;
    // One under way is overtaken: what it was for, and what it was told, is this one's. An engine that goes on has heard it.
    const { goesOn, fresh, anew } = under = held ? { goesOn: how.goesOn && under.goesOn, fresh: how.fresh || under.fresh, anew: how.anew || under.anew } : how;
    const facts: Observation[] = ship.opens = held = [...!goesOn && held || []];
    const before = goesOn && core.engine ? carry(core.engine) : undefined;
    if (anew && mayStore(consent) && storage.works) {
      const answer = (await storage.all()).get('consent') || 'denied';
      if (answer != consent) return core.setConsent(answer, true);
    }
    // Those that overtake each other meanwhile ask for one visit: the last.
    if (mayStore(consent)) await asked;
    if (held != facts) return;
    const visit = await (asked = scope.guard(visits)(before, fresh));
    if (held != facts) return;
    ship.opens = held = undefined;
    if (!visit || core.dead || consent != core.consent) return;
    // Before the visit is there, so that it begins once.
    if (!core.config) configuration.take(visit.config);
    const { visitor: { visitor, token, sessions, first }, session, tab, state, zero, caps } = core.visit = visit;
    const granted = consent == 'granted';
    if (tab || fresh) {
      core.code = tab && tab.code;
      core.turns = tab && tab.turns;
    }
    Object.assign(core.traits, { visitorSessions: granted ? sessions : undefined, visitorFirstSeen: granted ? first : undefined });
    core.guest = {
      visitor, session: session.id, caps, form: tab && tab.form, ...(granted && { token }),
      lay: state && ((memory, options) => restore(memory, state, { ...options, zero })),
    };
    ship.begin(tab ? tab.seq : 0);
    if (tab && tab.due) ship.plan(tab.due);
    const enters = anew || !state || !goesOn;
    core.begin(enters);
    for (const fact of facts) {
      // What may be shown and the caps were told anew, and so was the page where it is entered again.
      if (fact.kind != 'permission' && fact.kind != 'caps' && (fact.kind != 'page' || !enters)) core.observe(fact);
    }
    void outbox.send(tab && tab.sent ? visit.part : '');
  });
}
