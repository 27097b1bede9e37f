import { carry as carryState, KEEP } from '@tactful/engine';
import { createClaim } from '../createClaim.ts';
import { buildSummary } from './buildSummary.ts';
import { createCarried } from './carried.ts';
import { CONSENTS, isLower, mayStore, type Consent } from './consent.ts';
import { createOpening, type Opening } from './createOpening.ts';
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

/** For all that writes to the collector. */
export { writeJson } from '@tactful/engine';

/** A press of a link of this site, or a submit, is followed by another page of ours within this time. */
const FOLLOWS_MS = 2_000;

/** What is kept that no visitor, session or part names. */
const UNNAMED: readonly string[] = ['caps', 'config', 'consent', 'said'];

/** The other tabs, and the pages to come, hear at most so often that the visitor is active. */
const TELL_MS = 60_000;

/** Keeps and ships: storage, visits, tabs, carried state, summaries and their delivery. */
export const createShipping: CreateShipping = (shared, openStorage = createStorage) => {
  const core = shared as ShipCore;
  const { name, scope, now, configuration } = core;
  let active = now(), told = active, left = false;
  let kept: unknown;
  let was = core.consent;
  const storage = core.storage = openStorage(name, scope, () => {
    core.allow();
    core.lost('storage');
  }, () => mayStore(core.consent));
  core.tabs = createTabs(scope, name, ({ consent, said, reset, caps }) => {
    if (consent) {
      // What was said there is not for a manager here to undo.
      if (said && !isLower(core.consent, consent)) core.said = consent;
      if (isLower(consent, core.consent)) core.setConsent(consent, true);
    } else if (reset) void renew({});
    else if (mayStore(core.consent)) core.observe({ kind: 'caps', caps });
  });
  // Before tabs and storage are closed: what was counted leaves as it does with the page.
  scope.track(() => hide());
  Object.assign(core.stages, KEEP);
  const carried = createCarried(name);
  const carry = (): void => {
    if (!core.engine || !core.visit || !mayStore(core.consent)) return;
    const { part, session } = core.visit;
    const tab = { part, session: session.id, seq: ship.seq, due: ship.due < Infinity ? ship.due : undefined, form: core.form, sent: ship.sent, code: core.code, turns: core.turns };
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
  const open = createOpening(core, { ship, outbox, visits: createVisits(core, carried, createClaim(scope, name)) });
  /** What was counted up to now stays with the part, or the session, that it was counted in. */
  const renew = (how: Opening): Promise<void> | undefined => {
    void ship.seal();
    return open(how);
  };
  /** Keeps the answer, and of all else what it allows. */
  const remember = scope.guard(async (): Promise<void> => {
    if (mayStore(core.consent)) {
      void storage.set('consent', core.consent);
      if (core.said == core.consent) void storage.set('said', true);
    }
    if (core.consent == 'functional') {
      const keys = (await storage.all()).keys();
      // Answered anew meanwhile: that answer sees to it.
      if (core.consent == 'functional') for (const key of keys) if (!UNNAMED.includes(key)) void storage.take(key, () => true);
    } else if (!mayStore(core.consent)) {
      core.code = core.turns = undefined;
      carried.write();
      await storage.erase();
    }
  });

  pushMessages(core);
  startLinks(core, core.followed);
  const hide = (): void => {
    // Another page of ours goes on with this part: nothing needs to be sent.
    ship.exit({ goesOn: now() - core.follows <= FOLLOWS_MS });
    carry();
  };
  // A page that is left hears `pagehide` first, and is hidden then.
  scope.listen(document, 'visibilitychange freeze', () => document.hidden && !left && hide());
  scope.listen(window, 'pagehide', () => {
    left = true;
    hide();
  });
  scope.listen(window, 'pageshow', ({ persisted }) => {
    left = false;
    // As a part of its own: the page after may still be saying goodbye.
    if (persisted && core.engine) void open({ goesOn: true, anew: true });
  });
  return {
    withCaps,
    works: () => storage.works,
    async kept() {
      const all = await storage.all();
      const answer: Consent = all.get('consent');
      if (!core.free || core.said) return;
      // Where the browser says that nothing may be kept, the attribute alone allows nothing: the visitor's own word does.
      if ((navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl && !all.get('said')) return 'denied';
      return core.consent == 'pending' && CONSENTS.includes(answer) && answer;
    },
    open(told) {
      const { consent } = core;
      const lower = isLower(consent, was);
      was = consent;
      if (lower || consent != 'pending') void remember();
      if (!told && (lower || consent == 'denied')) core.tabs.tell({ consent, said: core.said == consent });
      return open({ goesOn: true });
    },
    began() {
      tellConverted(true);
      // It stands again as soon as its file is here.
      if (core.code) void scope.guard(async () => (await core.files('act')).createActor(core))();
      if (core.consent == 'granted' && core.served != kept) void storage.set('config', kept = core.served);
    },
    settle(fact) {
      const { engine, visit } = core;
      if (!engine || !visit) return;
      const storing = mayStore(core.consent);
      if (fact == 'input' || engine.playing && engine.visible && engine.focused) {
        const last = active;
        active = now();
        if (!ship.opens && sessionEnded(visit.session.at, last, active)) void renew({ goesOn: true });
        else if (active - told > TELL_MS && core.consent == 'granted') {
          told = active;
          void storage.update<Session>('session', (kept) => (kept && kept.id == visit.session.id ? { ...kept, last: Math.max(kept.last, told) } : kept!));
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
    summary: () => !ship.opens && buildSummary(core, ship.seq + 1) || null,
    flush: ship.flush,
    async reset() {
      await renew({ fresh: true });
      core.tabs.tell({ reset: true });
    },
    async forget() {
      carried.write();
      if (mayStore(core.consent)) await storage.erase();
      void remember();
      await open({ fresh: true });
    },
  };
};
