import type { DeviceConfig, LossReason, Scalar, Summary, Trace } from '@tactful/protocol';
import { createEngine, type Carried, type DeviceTraits, type Engine, type Observation } from '@tactful/sdk/engine';
import type { Configuration } from './createConfiguration.ts';
import type { Keep, Kept } from './createKeep.ts';
import type { Net } from './createNet.ts';
import { createShip } from './createShip.ts';
import type { Stage } from './createStage.ts';
import type { Host } from './Host.ts';
import { isOver } from './isOver.ts';
import { joinUser } from './joinUser.ts';
import { openVisit } from './openVisit.ts';
import { randomId } from './randomId.ts';
import type { Consent } from './privacy.ts';
import { VERSION } from './VERSION.ts';
import type { WxEvent } from './wrapPage.ts';

/** A fact whose time is now. */
type Fact = Observation extends infer One ? (One extends Observation ? Omit<One, 'at'> : never) : never;

export interface MindDeps {
  readonly host: Host;
  readonly net: Net;
  readonly keeping: Keep;
  readonly stage: Stage;
  readonly configuration: Configuration;
  readonly device: DeviceTraits['device'];
  readonly locale: string;
  readonly withoutConsent: 'none' | 'help' | 'all';
  /** The merchant's server may know who this is. */
  readonly users: boolean;
}

export interface Mind {
  readonly consent: Consent;
  observe(fact: Fact): void;
  track(name: string, props: Readonly<Record<string, Scalar>>): void;
  hear(event: WxEvent): void;
  enter(page: string): void;
  seen(is: boolean): void;
  pay(is: boolean): void;
  configure(config: DeviceConfig): void;
  /** The visitor's or the platform's answer. */
  decide(consent: Consent): Promise<void>;
  lost(reason: LossReason, n: number): void;
  /** Writes down what a next launch goes on from. */
  keep(): void;
  explain(): readonly Trace[];
  summary(): Summary | null;
}

const SOON_MS = 5_000, PERIOD_MS = 300_000, INPUT_MS = 100;
/** Facts that came before the engine; more are not worth keeping, but counted. */
const MOST_EARLY = 200;

/** The engine with what it lives on: it begins once configuration and consent's first answer are there, and anew with each that differs. */
export function createMind({ host, net, keeping, stage, configuration, device, locale, withoutConsent, users }: MindDeps): Mind {
  const { now, random } = host;
  const early: Observation[] = [];
  let unheard = 0;
  let consent: Consent = 'pending', known = false;
  let engine: Engine | undefined, config: DeviceConfig | undefined, kept: Kept | undefined;
  let page: string | undefined, visible = true, typing = false, paying = false, lastInput = 0, attempting = false, offset = 0;
  let stop = (): void => undefined;
  /** Of this launch until it may be told; a session that begins with the agreement goes on under it, so that dwell does. */
  let name = '';

  const observe = (fact: Fact): void => {
    const observation = { ...fact, at: now() } as Observation;
    if (observation.kind === 'time') offset = observation.server - observation.at;
    if (engine) {
      engine.observe(observation);
      settle();
      if (kept) ship.plan(PERIOD_MS);
    } else if (early.length < MOST_EARLY) early.push(observation);
    else unheard++;
  };
  const lost = (reason: LossReason, n: number): void => { if (n > 0) observe({ kind: 'loss', reason, n }); };
  const keep = (): void => {
    if (!kept || !engine) return;
    Object.assign(kept, { state: engine.carry(), caps: engine.caps(), last: now() });
    if (!keeping.write(kept)) lost('storage', 1);
  };
  const build = (seq: number): Summary => {
    engine!.tick(now());
    return {
      ...engine!.summary(), session: kept!.session, part: kept!.part, visitor: kept!.visitor, seq, sdk: VERSION, bot: 0,
      // Where somebody came from is the platform's to know.
      context: { device, locale, referrer: 'other' },
    };
  };
  const ship = createShip(host, net, {
    kept: () => kept && engine ? kept : undefined, build, offset: () => offset, keep, lost,
    answered({ config: version, halt }) {
      if (halt) configuration.halt();
      else if (config && version !== config.version) void configuration.revalidate({ anyway: true });
    },
  });
  const settle = (): void => {
    if (!engine) return;
    stop();
    const next = engine.nextDeadline();
    if (next < Infinity) stop = host.after(Math.max(0, next - now()), () => {
      engine?.tick(now());
      settle();
    });
    if (engine.urgent() && kept) ship.plan(SOON_MS);
    if (engine.due()) void host.guard(attempt)();
  };
  /** due → configuration → late gates → caps → expose → draw. What stands before `expose` is alike in every arm. */
  const attempt = async (): Promise<void> => {
    if (attempting || !visible || !stage.page || !stage.free()) return;
    attempting = true;
    await configuration.revalidate();
    attempting = false;
    const due = engine?.due();
    if (!due || !visible || !stage.page || !stage.free()) return;
    const exposed = engine!.expose(due.campaign, { typing, paying });
    if (!exposed) return;
    keep();
    if (exposed.exposure.arm === 'treatment') stage.draw(exposed, config!);
    settle();
  };
  const begin = (carried: Carried | undefined, how: { readonly zero: boolean; readonly enters: boolean }): void => {
    if (!config || !known) return;
    const granted = kept && { visitorSessions: kept.sessions, visitorFirstSeen: kept.first };
    const at = early[0]?.at ?? now();
    engine = createEngine({
      config, at, visitor: kept?.visitor ?? String(random()), session: kept?.session ?? (name || String(random())), random, zero: how.zero,
      traits: { device, utcOffsetMinutes: -new Date(now()).getTimezoneOffset(), ...granted }, ...(carried && { carried }),
    });
    engine.observe({ kind: 'permission', at, permission: { show: kept || withoutConsent === 'all' ? 'full' : withoutConsent, measured: !!kept, capsKnown: true } });
    if (kept?.caps) engine.observe({ kind: 'caps', at, caps: kept.caps });
    for (const fact of early.splice(0)) engine.observe(fact);
    observe({ kind: 'visibility', visible });
    observe({ kind: 'focus', focused: visible });
    if (how.enters && page !== undefined) enter(page);
    lost('early', unheard);
    unheard = 0;
    keep();
  };
  const enter = (id: string): void => {
    page = id;
    typing = false;
    if (!engine) return;
    const named = config?.pages.find((one) => one.id === id);
    observe({ kind: 'page', page: named ? id : null, type: named?.type ?? 'other' });
  };
  const flush = host.guard(() => ship.flush());
  const join = host.guard(async (visitor: string): Promise<void> => {
    const profile = await joinUser(net, visitor).catch(() => undefined);
    if (!profile || kept?.visitor !== visitor) return;
    observe({ kind: 'attributes', values: profile.attributes });
    observe({ kind: 'caps', caps: profile.caps });
    keep();
  });
  const open = async (before: Kept | undefined): Promise<Kept> => {
    if (before || !name) name = await randomId(host.wx, 16);
    return openVisit(host, before && engine ? { ...before, state: engine.carry(), caps: engine.caps() } : keeping.read(), name);
  };
  /**
   * Opens a visit under consent, or the next session of one. What was seen before the agreement decides on, and is counted nowhere.
   * Where the platform gives no ids, consent waits as before an answer, and is asked for again with the next page.
   */
  const visit = async (): Promise<void> => {
    const before = kept;
    const opened = await open(before).catch(() => undefined);
    if (consent !== 'granted' || kept !== before) return;
    if (!opened) {
      if (!before && !known) return decide('pending');
      if (!before) consent = 'pending';
      return;
    }
    kept = opened;
    known = true;
    if (!before) early.splice(0, early.length, ...early.filter(({ kind }) => kind === 'time'));
    begin(opened.state ?? engine?.carry(), { zero: !opened.state, enters: !engine || !!opened.state });
    if (users) void join(opened.visitor);
    void flush();
  };
  const decide = async (next: Consent): Promise<void> => {
    if (known && next === consent) return;
    consent = next;
    if (next === 'granted') return visit();
    // In memory only, where there are no dice for one that could be sent.
    if (!name) name = await randomId(host.wx, 16).catch(() => '');
    if (consent !== next) return;
    known = true;
    ship.stop();
    kept = undefined;
    if (next === 'denied') host.guard(keeping.erase)();
    begin(engine?.carry(), { zero: true, enters: !engine });
  };
  return {
    get consent() { return consent; },
    observe, lost, keep, enter, decide,
    track(given, props) {
      const name = (config?.events[given] ?? given).slice(0, 64);
      const end = /^(form|checkout)_(error|success)$/.exec(name);
      if (end) observe({ kind: end[2] === 'success' ? 'form_success' : 'form_error', form: String(props['form'] ?? end[1]), targets: [] });
      observe({ kind: 'event', name, props });
    },
    hear({ type, currentTarget }) {
      if (type === 'focus' || type === 'blur') typing = type === 'focus';
      const id = currentTarget?.dataset?.['tactful'];
      const named = type === 'tap' && typeof id === 'string';
      if (named || type === 'blur' || now() - lastInput >= INPUT_MS) {
        lastInput = now();
        observe({ kind: 'input' });
      }
      if (named) observe({ kind: 'signal', id });
    },
    seen(is) {
      visible = is;
      if (is && kept && isOver(kept, now())) void host.guard(visit)();
      observe({ kind: 'visibility', visible: is });
      observe({ kind: 'focus', focused: is });
      if (is) return;
      keep();
      // Away for more than five seconds no request is made: what could not leave now is kept, and leaves with the next launch.
      void flush();
    },
    pay(is) {
      paying = is;
      settle();
    },
    configure(next) {
      config = next;
      begin(engine ? engine.carry() : kept?.state, { zero: false, enters: !engine });
    },
    explain: () => engine?.explain() ?? [],
    summary: () => (kept && engine ? build(kept.seq + 1) : null),
  };
}
