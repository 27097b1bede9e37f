import { createCore, nextDeadline, nothing, observe, tick, type DeviceTraits, type Observation } from '@tactful/engine';
import type { ActorCore } from './act/actor.ts';
import { createAct } from './act/createAct.ts';
import { createClock } from './clock.ts';
import type { Core, Files } from './core.ts';
import { emit } from './events.ts';
import { createGuard } from './guard.ts';
import { startSensors } from './observe/startSensors.ts';
import { createScope, type Stop } from './scope.ts';
import { createConfiguration } from './ship/configuration.ts';
import { mayStore, permit } from './ship/consent.ts';
import { isFree } from './observe/isFree.ts';
import { isKept } from './ship/isKept.ts';
import { createNet } from './ship/net.ts';
import type { Shipping, ShippingDeps } from './ship/shipping.ts';
import { createTimer } from './timer.ts';
import { createVerbs, type Tactful } from './verbs.ts';
import { VERSION } from './version.ts';

/** Facts, and calls, that came before the configuration; more are not worth keeping, but counted. */
const MOST_EARLY = 200;
/** Storage that has not told by then whether it is there is taken for blocked. */
const PATIENCE_MS = 1_000;
/** A release that came to no start this often in a tab is left alone there. */
const MOST_TRIES = 3;

type Wired = ActorCore & ShippingDeps;

/** Wires the stages on this page: observe → engine → act and ship, the last two as their files come. Nothing else knows all of them. */
export function start(settings: Core['settings'], files: Files): Tactful {
  const name = 'tactful:' + settings.key;
  const debugs = settings.debug || /tactful_(debug|preview)=/.test(location.search);
  const warn = (message: unknown): void => {
    if (debugs) console.warn('tactful:', message);
  };
  const scope = createScope(createGuard((error) => {
    warn(error);
    core.lost('error');
  }));
  const free = scope.guard(isFree)();
  const now = createClock(window);
  const started = now();
  const early: Observation[] = [];
  const waiting: (() => void)[] = [];
  /** Facts and calls that found no room there. */
  let unheard = 0;
  /** Counts the times a visit was opened: what was overtaken meanwhile does not begin. */
  let turn = 0;
  /** What could not be had is asked for again after twice this, and so on. */
  let pause = 5_000;
  let loading: Promise<void> | undefined;

  const none = (): any => undefined;
  /** Nothing is kept or sent: a visitor for as long as this page is there. */
  const another = async (): Promise<void> => {
    core.guest = { visitor: String(Math.random()), session: '' };
    core.begin(true);
  };
  const alone: Shipping = {
    works: none, began: none, settle: none, kept: none, keepRequest: none,
    open: () => core.guest ? core.allow() : another(),
    reset: another, forget: another,
    summary: () => null,
    flush: async () => undefined,
    async withCaps(run) {
      const result = run();
      core.settle();
      return result;
    },
  };
  const core = {
    settings, scope, now, files, name, emit, free,
    locale: settings.locale || document.documentElement.lang || navigator.language,
    consent: free && settings.consent || 'pending',
    stages: nothing(), traits: {}, keeping: alone, follows: 0, dead: false,
    observe(fact) {
      const observation = { ...fact, at: now() } as Observation;
      if (core.engine) {
        observe(core.engine, observation);
        core.settle(fact.kind);
      } else if (early.length < MOST_EARLY) early.push(observation);
      else unheard++;
    },
    followed(form) {
      core.form = form;
      core.follows = now();
    },
    tick() {
      if (core.engine) tick(core.engine, now());
    },
    settle(fact) {
      if (!core.engine) return;
      timer(nextDeadline(core.engine));
      core.keeping.settle(fact);
      act.check();
    },
    lost: (reason, n = 1) => core.observe({ kind: 'loss', reason, n }),
    allow: () => core.engine && core.observe({ kind: 'permission', permission: permit(core.consent, settings.withoutConsent || 'help', !!core.keeping.works()) }),
    begin(anew, goesOn) {
      const { config, guest, engine } = core;
      if (!config || !guest || core.dead) return;
      core.engine = createCore({
        config, at: engine ? now() : started, visitor: guest.visitor, session: guest.session, random: Math.random,
        stages: core.stages, traits: core.traits as DeviceTraits,
      }, engine && goesOn ? (memory) => Object.assign(memory, engine) : guest.lay);
      core.keeping.began();
      core.allow();
      if (guest.caps) core.observe({ kind: 'caps', caps: guest.caps });
      sensors.begin(anew || !engine, guest.form);
      for (const observation of early.splice(0)) observe(core.engine, observation);
      core.lost('early', unheard);
      unheard = 0;
      core.settle();
      for (const run of waiting.splice(0)) run();
      if (!engine) core.emit('ready');
    },
    setConsent(consent, told, held): undefined {
      if (core.dead || consent == core.consent || held && (core.said || !mayStore(core.consent))) return;
      core.consent = consent;
      if (held) core.allow();
      else void open(told);
      core.emit('consent:changed', { status: consent });
    },
    want: (name) => joined[name] = joined[name] || (async () => {
      try {
        await (await files(name as 'sense')).join(core, sensors);
      } catch (error) {
        warn(error);
        // Nobody hears the manager: the question is open, and the next word tries again.
        if (name == 'consent') core.free = joined[name] = core.setConsent('pending', false, true);
      }
    })(),
  } as { -readonly [K in keyof Wired]: Wired[K] };
  core.net = createNet(core, fetch.bind(window));
  /** The further files that a configuration wants, or that the page has come to want since. */
  const joined: Record<string, Promise<any> | undefined | void> = {};
  const join = ({ parts = {} } = core.config!): Promise<unknown> => Promise.all(Object.keys(parts).map((name) =>
    joined[name] || (!parts[name]![0] || parts[name]!.some((mark) => /^\w+$/.test(mark) ? mark in window : document.querySelector(mark))) && core.want(name)));
  // One whose parts can't be looked for throws here, and the one before stays.
  core.configuration = createConfiguration(core, scope.guard(async (config) => {
    await scope.upTo(PATIENCE_MS, join(config));
    core.config = config;
    core.begin(false, true);
  }));
  const sensors = startSensors(core, core.followed, () => join());
  const timer = createTimer(core, (at) => {
    tick(core.engine!, at);
    core.settle();
  });
  const act = createAct(core, warn);

  const load = async (): Promise<void> => {
    const { createShipping } = await files(settings.domain ? 'domain' : 'ship');
    if (core.dead) return;
    core.keeping = createShipping(core);
    core.consent = await core.keeping.kept() || core.consent;
  };
  /**
   * Begins under the present consent, or goes on under it: with what keeps and sends, where something may be kept or is, or other
   * subdomains may keep something; when that could not be had, this page stays on its own.
   */
  const open = scope.guard(async (told?: boolean): Promise<unknown> => {
    const mine = ++turn;
    try {
      if (loading || core.keeping == alone && (settings.domain || mayStore(core.consent) || await scope.upTo(PATIENCE_MS, isKept(name)))) await (loading = loading || load());
    } catch (error) {
      loading = undefined;
      warn(error);
      scope.after(pause *= 2, open);
    }
    if (!core.dead && mine == turn) return core.keeping.open(told);
  });

  scope.listen(document, 'visibilitychange', () => document.visibilityState == 'hidden' || core.configuration.revalidate());
  scope.listen(window, 'pagehide', () => core.observe({ kind: 'leave' }));
  scope.listen(window, 'pageshow', ({ persisted }) => persisted && core.keeping == alone && core.begin(true, true));

  const verbs = createVerbs(core, sensors, {
    warn,
    actor: act.actor,
    destroy() {
      core.dead = true;
      scope.stop();
      core.observe = none;
      core.engine = undefined!;
    },
    whenReady: (run) => core.dead || (core.engine ? run() : waiting.length < MOST_EARLY ? waiting.push(run) : unheard++),
  });

  // A start that hangs or takes the page down is never over: what is counted where something may be kept, or is, stays.
  const tries = name + VERSION;
  const over = (): unknown => delete sessionStorage[tries];
  if (scope.guard(() => (mayStore(core.consent) || name in sessionStorage) && (sessionStorage[tries] = -~sessionStorage[tries]))() as number > MOST_TRIES) verbs.destroy();
  else {
    scope.track(over as Stop);
    scope.listen(window, 'tactful:ready pagehide', over);
    void scope.guard(async () => {
      // A page that is prerendered may never be seen: what is kept is read, and anything asked for, once it is.
      if ((document as { prerendering?: boolean }).prerendering == true) await new Promise<unknown>((seen) => scope.listen(document, 'prerenderingchange', seen));
      if (settings.config) core.configuration.take(settings.config);
      else core.configuration.revalidate();
      // Without its answer the question stays open: nothing is kept meanwhile, nor taken away.
      if (!free) await scope.upTo(PATIENCE_MS, core.want('consent'));
      if (!turn) await open();
    })();
    if (debugs) void core.want('debug');
  }
  return verbs;
}
