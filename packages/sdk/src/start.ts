import { createEngine, type Carried, type Observation } from '@tactful/engine';
import type { Scalar } from '@tactful/protocol';
import type { CreateActor } from './act/actor.ts';
import { createAct } from './act/createAct.ts';
import { createTold } from './act/createTold.ts';
import { startTyping } from './act/typing.ts';
import { createClock } from './clock.ts';
import type { Core } from './core.ts';
import { createEmit } from './events.ts';
import { createGuard } from './guard.ts';
import { startLinks } from './observe/links.ts';
import { startSensors } from './observe/startSensors.ts';
import { createScope } from './scope.ts';
import { buildSummary } from './ship/buildSummary.ts';
import { createCarried } from './ship/carried.ts';
import { createConfiguration } from './ship/configuration.ts';
import { CONSENTS, mayStore, permit, type Consent } from './ship/consent.ts';
import { readContext } from './ship/context.ts';
import { createNet } from './ship/net.ts';
import { createOutbox } from './ship/outbox.ts';
import { createShip, PERIOD_MS, SOON_MS } from './ship/ship.ts';
import { createStorage, storageExists } from './ship/storage.ts';
import { createTabs } from './ship/tabs.ts';
import { createVisits, sessionEnded } from './ship/visit.ts';
import { createWithCaps } from './ship/createWithCaps.ts';
import { within } from './within.ts';
import { createTimer } from './timer.ts';
import { createVerbs, type Tactful } from './verbs.ts';

/** Facts that came before the configuration; more are not worth keeping. */
const MOST_EARLY = 200;
/** A press of a link of this site, or a submit, is followed by another page of ours within this time. */
const FOLLOWS_MS = 2_000;
/** Storage that has not told by then whether it is there is taken for blocked. */
const PATIENCE_MS = 1_000;

/**
 * Wires the stages on this page: observe → engine → act and ship. Nothing else knows all of them.
 * @param loadStage imports the second file
 */
export function start(settings: Core['settings'], loadStage: () => Promise<{ readonly createActor: CreateActor }>): Tactful {
  const name = 'tactful:' + settings.key;
  const warn = (message: unknown): void => {
    if (settings.debug || location.search.includes('tactful_debug=1')) console.warn('tactful:', message);
  };
  const guard = createGuard((error) => {
    warn(error);
    core.lost('error');
  });
  const scope = createScope(guard);
  const now = createClock(window);
  const started = now();
  const early: Observation[] = [], waiting: (() => void)[] = [];
  let active = started, follows = 0, dead = false, left = false;
  let form: string | undefined;

  const core = {
    settings, scope, now,
    locale: settings.locale || document.documentElement.lang || navigator.language,
    consent: settings.consent || 'pending',
    observe(fact) {
      const observation = { ...fact, at: now() } as Observation;
      if (!core.engine) {
        if (early.length < MOST_EARLY) early.push(observation);
        return;
      }
      if (fact.kind == 'input') {
        const last = active;
        active = now();
        if (sessionEnded(core.visit!.session.at, last, active)) void renew();
      }
      core.engine.observe(observation);
      if (mayStore(core.consent)) ship.plan(now() + PERIOD_MS);
      settle();
    },
    lost: (reason, n = 1) => core.observe({ kind: 'loss', reason, n }),
  } as { -readonly [K in keyof Core]: Core[K] };

  const allow = (): void => core.observe({ kind: 'permission', permission: permit(core.consent, settings.withoutConsent || 'help', core.storage.works) });
  core.emit = createEmit(core);
  core.net = createNet(core, fetch.bind(window));
  core.storage = createStorage(name, scope, () => {
    allow();
    core.lost('storage');
  });
  core.tabs = createTabs(scope, name, ({ denied, caps }) => {
    if (denied) setConsent('denied', true);
    else if (mayStore(core.consent)) core.observe({ kind: 'caps', caps });
  });
  const typing = startTyping(core);
  const followed = (submitted?: string): void => {
    form = submitted;
    follows = now();
  };
  const sensors = startSensors(core, followed);
  const timer = createTimer(core, (at) => {
    core.engine!.tick(at);
    settle();
  });

  const carried = createCarried(name);
  const carry = (): void => {
    if (!core.engine || !mayStore(core.consent)) return;
    const { part, session } = core.visit!;
    const due = ship.due < Infinity ? ship.due : undefined;
    if (!carried.write({ part, session: session.id, seq: ship.seq, state: core.engine.carry(), due, form, sent: ship.sent })) core.lost('carried');
  };
  const outbox = createOutbox(core, Math.random, ({ config, halt, superseded }) => {
    configuration.hear(config, halt);
    for (const { have } of superseded) ship.seq = Math.max(ship.seq, have);
  });
  const ship = createShip(core, outbox, { build: (seq) => buildSummary(core, seq), carry });
  const tellConverted = createTold(core);
  const settle = (): void => {
    const { engine } = core;
    if (!engine) return;
    timer(engine.nextDeadline());
    if (engine.urgent()) {
      tellConverted();
      if (mayStore(core.consent)) {
        ship.plan(now() + SOON_MS);
        carry();
        void withCaps(() => undefined);
      }
    }
    act.check();
  };

  const withCaps = guard(createWithCaps(core, settle)) as ReturnType<typeof createWithCaps>;

  const begin = (state: Carried | undefined, zero: boolean, anew?: boolean): void => {
    const { config, visit, engine } = core;
    if (!config || !visit || dead) return;
    const { visitor, session, caps, tab } = visit;
    core.engine = createEngine({
      config, zero, at: engine ? now() : started, visitor: visitor.visitor, session: session.id, random: Math.random, ...(state && { carried: state }),
      traits: {
        device: readContext('').device, utcOffsetMinutes: -new Date().getTimezoneOffset(),
        ...(core.consent == 'granted' && { visitorSessions: visitor.sessions, visitorFirstSeen: visitor.first }),
      },
    });
    tellConverted(true);
    allow();
    if (caps) core.observe({ kind: 'caps', caps });
    // The place is told again unless this engine goes on from one of this page.
    sensors.begin(anew || !engine || !state, tab && tab.form);
    for (const observation of early.splice(0)) core.engine.observe(observation);
    settle();
    for (const run of waiting.splice(0)) run();
    if (!engine) core.emit('ready');
  };
  const visits = createVisits(core, carried);
  /** Opens a visit under the present consent; a `state` of this page goes on in it. `anew`: the place is entered again. */
  const open = guard(async (state?: Carried, { fresh, anew }: { fresh?: boolean; anew?: boolean } = {}): Promise<void> => {
    const { consent } = core;
    const visit = await visits(state, fresh);
    if (dead || consent != core.consent) return;
    // Before the visit is there, so that it begins once.
    if (visit.config) configuration.fallback(visit.config);
    core.visit = visit;
    ship.begin(visit.tab ? visit.tab.seq : 0);
    if (visit.tab && visit.tab.due) ship.plan(visit.tab.due);
    begin(visit.state, visit.zero, anew);
    void outbox.send(visit.tab && visit.tab.sent ? visit.part : '');
  });
  const renew = guard(async () => {
    await ship.seal();
    await open(core.engine!.carry());
  });
  const configuration = createConfiguration(core, {
    changed(config) {
      const first = !core.engine;
      core.config = config;
      begin(first ? core.visit && core.visit.state : core.engine!.carry(), first && !!core.visit && core.visit.zero);
    },
    keep(served) {
      if (core.consent == 'granted') void core.storage.update('config', () => served);
    },
  });
  const remember = (): void => {
    if (mayStore(core.consent)) void core.storage.update('consent', () => core.consent);
    else if (core.consent == 'denied') {
      carried.write(undefined);
      void storageExists(name).then((is) => is && core.storage.erase(), warn);
    }
  };
  const setConsent = (consent: Consent, told?: boolean): void => {
    if (dead || consent == core.consent) return;
    core.consent = consent;
    remember();
    if (consent == 'denied' && !told) core.tabs.tell({ denied: true });
    core.emit('consent:changed', { status: consent });
    void open(core.engine && core.engine.carry());
  };
  const reset = async (): Promise<void> => {
    await ship.seal();
    await open(undefined, { fresh: true });
  };
  const forget = async (): Promise<void> => {
    carried.write(undefined);
    if (mayStore(core.consent)) await core.storage.erase();
    remember();
    await open(undefined, { fresh: true });
  };
  const summary = () => buildSummary(core, ship.seq + 1) || null;
  /** Another page of ours goes on with this part: nothing needs to be sent. */
  const hide = (keep?: typeof outbox.keep): void => {
    if (now() - follows > FOLLOWS_MS) ship.exit(keep);
    carry();
  };
  // A page that is left hears `pagehide` first, and is hidden then.
  scope.listen(document, 'visibilitychange', () => document.hidden ? left || hide(outbox.keep) : configuration.revalidate());
  scope.listen(window, 'pagehide', () => {
    left = true;
    core.observe({ kind: 'leave' });
    hide();
  });
  // Back from the back/forward cache, as a part of its own: the page after may still be saying goodbye.
  scope.listen(window, 'pageshow', ({ persisted }) => {
    left = false;
    if (persisted && core.engine) void open(core.engine.carry(), { anew: true });
  });
  startLinks(core, followed);

  void guard(async () => {
    if (settings.config) configuration.fallback(settings.config);
    else void configuration.revalidate();
    if (core.consent == 'pending') {
      const kept = await within(scope, PATIENCE_MS, storageExists(name)) && (await core.storage.all()).get('consent');
      if (core.consent == 'pending') core.consent = CONSENTS.includes(kept) ? kept : (navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl ? 'denied' : 'pending';
    }
    remember();
    await open();
  })();

  const act = createAct(Object.assign(core, { withCaps, typing, setConsent, forget, summary, revalidate: () => configuration.revalidate() }), loadStage, warn);

  return createVerbs(core, {
    sensors, actor: act.actor, setConsent, summary, reset, warn,
    flush: ship.flush,
    attributes: (values: Record<string, Scalar>) => core.observe({ kind: 'attributes', values }),
    destroy() {
      dead = true;
      scope.stop();
      core.observe = () => undefined;
      core.engine = undefined!;
    },
    whenReady: (run) => dead || (core.engine ? run() : waiting.push(run)),
  });
}
