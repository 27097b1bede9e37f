import { carry as carryState, KEEP, restore } from '@tactful/engine';
import { createClaim } from '../createClaim.ts';
import { buildSummary } from './buildSummary.ts';
import { createCarried } from './carried.ts';
import { mayStore } from './consent.ts';
import { createTold } from './createTold.ts';
import { createWithCaps } from './createWithCaps.ts';
import { startLinks } from './links.ts';
import { createOutbox } from './outbox.ts';
import { pushMessages } from './pushMessages.ts';
import { createShip, PERIOD_MS, SOON_MS } from './ship.ts';
import type { CreateShipping, ShipCore, Shipping } from './shipping.ts';
import { createStorage } from './storage.ts';
import { createTabs } from './tabs.ts';
import { createVisits, sessionEnded, type Session } from './visit.ts';

/** A press of a link of this site, or a submit, is followed by another page of ours within this time. */
const FOLLOWS_MS = 2_000;

/** The other tabs, and the pages to come, hear at most so often that the visitor is active. */
const TELL_MS = 60_000;

/** Keeps and ships: storage, visits, tabs, carried state, summaries and their delivery. */
export const createShipping: CreateShipping = (shared) => {
  const core = shared as ShipCore;
  const { name, scope, now, configuration } = core;
  let active = now(), told = active, left = false;
  let kept: unknown;
  const storage = core.storage = createStorage(name, scope, () => {
    core.allow();
    core.lost('storage');
  });
  core.tabs = createTabs(scope, name, ({ denied, caps }) => {
    if (denied) core.setConsent('denied', true);
    else if (mayStore(core.consent)) core.observe({ kind: 'caps', caps });
  });
  Object.assign(core.stages, KEEP);
  const carried = createCarried(name);
  const carry = (): void => {
    if (!core.engine || !core.visit || !mayStore(core.consent)) return;
    const { part, session } = core.visit;
    const tab = { part, session: session.id, seq: ship.seq, due: ship.due < Infinity ? ship.due : undefined, form: core.form, sent: ship.sent };
    if (!carried.write(tab, (room) => carryState(core.engine!, room))) core.lost('carried');
  };
  const outbox = createOutbox(core, Math.random, ({ config, halt, superseded }) => {
    if (halt) configuration.take({ ...core.config, halt });
    else if (config != core.config!.version) void configuration.revalidate(true);
    for (const { have } of superseded) ship.seq = Math.max(ship.seq, have);
  });
  const ship = createShip(core, outbox, { build: (seq) => core.visit && core.visit.known ? buildSummary(core, seq) : undefined, carry });
  const tellConverted = createTold(core);
  const withCaps = scope.guard(createWithCaps(core)) as Shipping['withCaps'];
  const visits = createVisits(core, carried, createClaim(scope, name));
  /** `goesOn`: the engine of this page does. `fresh`: another visitor. `anew`: the place is entered again. */
  const open = scope.guard(async ({ goesOn, fresh, anew }: { goesOn?: boolean; fresh?: boolean; anew?: boolean }): Promise<void> => {
    const { consent } = core;
    const visit = await visits(goesOn && core.engine ? carryState(core.engine) : undefined, fresh);
    if (core.dead || consent != core.consent) return;
    // Before the visit is there, so that it begins once.
    if (!core.config) configuration.take(visit.config);
    const { visitor: { visitor, token, sessions, first }, session, tab, state, zero, caps } = core.visit = visit;
    const granted = consent == 'granted';
    Object.assign(core.traits, { visitorSessions: granted ? sessions : undefined, visitorFirstSeen: granted ? first : undefined });
    core.guest = {
      visitor, session: session.id, caps, form: tab && tab.form, ...(granted && { token }),
      lay: state && ((memory, options) => restore(memory, state, { ...options, zero })),
    };
    ship.begin(tab ? tab.seq : 0);
    if (tab && tab.due) ship.plan(tab.due);
    core.begin(anew || !state || !goesOn);
    void outbox.send(tab && tab.sent ? visit.part : '');
  });
  const renew = scope.guard(async () => {
    await ship.seal();
    await open({ goesOn: true });
  });
  const remember = (): void => {
    if (mayStore(core.consent)) void storage.set('consent', core.consent);
    else if (core.consent == 'denied') {
      carried.write();
      void storage.erase();
    }
  };

  pushMessages(core);
  startLinks(core, core.followed);
  /** Another page of ours goes on with this part: nothing needs to be sent. */
  const hide = (): void => {
    if (now() - core.follows > FOLLOWS_MS) ship.exit();
    carry();
  };
  // A page that is left hears `pagehide` first, and is hidden then.
  scope.listen(document, 'visibilitychange', () => document.hidden && !left && hide());
  scope.listen(window, 'pagehide', () => {
    left = true;
    hide();
  });
  scope.listen(window, 'pageshow', ({ persisted }) => {
    left = false;
    // Back from the back/forward cache, as a part of its own: the page after may still be saying goodbye.
    if (persisted && core.engine) void open({ goesOn: true, anew: true });
  });
  return {
    withCaps,
    works: () => storage.works,
    kept: async () => (await storage.all()).get('consent'),
    async open(told) {
      remember();
      if (core.consent == 'denied' && !told) core.tabs.tell({ denied: true });
      await open({ goesOn: true });
    },
    began() {
      tellConverted(true);
      if (core.consent == 'granted' && core.served != kept) void storage.set('config', kept = core.served);
    },
    settle(fact) {
      const { engine, visit } = core;
      if (!engine || !visit) return;
      const storing = mayStore(core.consent);
      if (fact == 'input') {
        const last = active;
        active = now();
        if (sessionEnded(visit.session.at, last, active)) void renew();
        else if (active - told > TELL_MS && core.consent == 'granted') {
          told = active;
          void storage.update<Session>('session', (kept) => (kept && kept.id == visit.session.id ? { ...kept, last: told } : kept!));
        }
      }
      if (fact && storing) ship.plan(now() + PERIOD_MS);
      if (!engine.urgent) return;
      engine.urgent = false;
      tellConverted();
      if (storing) {
        ship.plan(now() + SOON_MS);
        carry();
        void withCaps(() => undefined);
      }
    },
    keepRequest: async (id, request) => core.consent == 'granted' && storage.set('r:' + id, request),
    summary: () => buildSummary(core, ship.seq + 1) || null,
    flush: ship.flush,
    async reset() {
      await ship.seal();
      await open({ fresh: true });
    },
    async forget() {
      carried.write();
      if (mayStore(core.consent)) await storage.erase();
      remember();
      await open({ fresh: true });
    },
  };
};
