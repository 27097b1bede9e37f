import { prepare, createEngine, type Carried, type Prepared, type Engine, type Observation } from '@tactful/engine';
import type { DeviceConfig } from '@tactful/protocol';
import type { LogEvent, LogSession } from './LogSession.ts';

/** A visit ends after 30 minutes without a sign of life. */
const VISIT_MS = 1_800_000;
const FULL = { show: 'full', measured: true, capsKnown: true } as const;
const TRAITS = { device: 'desktop', utcOffsetMinutes: 0 } as const;

type Fact = Observation extends infer O ? (O extends Observation ? Omit<O, 'at'> : never) : never;

const VIEW_ITEM: Fact = { kind: 'event', name: 'view_item' };
const PRODUCT: Fact = { kind: 'page', page: null, type: 'product' };
const LISTING: Fact = { kind: 'page', page: null, type: 'listing' };
const INPUT: Fact = { kind: 'input' };
const CLICK: Fact = { kind: 'input' };

/** What the page's sensors would have observed. A log tells of neither checkout pages nor forms nor the pointer: campaigns that ask for them stay silent. */
function factsOf({ at, kind, value }: LogEvent): readonly Fact[] {
  const props = value === undefined ? {} : { props: { value } };
  switch (kind) {
    case 'page': return [LISTING];
    case 'view': return [PRODUCT, VIEW_ITEM];
    case 'add': return [INPUT, { kind: 'event', name: 'add_to_cart', ...props }];
    case 'remove': return [INPUT, { kind: 'event', name: 'remove_from_cart', ...props }];
    case 'purchase': return [INPUT, { kind: 'event', name: 'purchase', props: { transaction_id: at, ...props.props } }];
    case 'click': return [CLICK];
  }
}

/** A configuration for many sessions. */
export interface Played { readonly config: DeviceConfig; readonly prepared: Prepared }

export const ready = (config: DeviceConfig): Played => ({ config, prepared: prepare(config) });

export interface Listener {
  /** After each observation and each tick. */
  stepped?(engine: Engine, at: number): void;
  /** A visit is over. */
  visited(engine: Engine): void;
}

/**
 * Plays one session of a log: a page that is visible, focused, and ticks at the engine's deadlines. A visit ends with its last
 * event, for nothing tells that the visitor stayed; what follows a long silence is a new one.
 */
export function playSession({ config, prepared }: Played, { id, events }: LogSession, { stepped, visited }: Listener): void {
  let engine: Engine | undefined;
  let carried: Carried | undefined;
  let last = 0;
  let dice = 0;
  const random = (): number => (dice = (dice + 0.618_033_988) % 1);
  const settle = (at: number): void => {
    for (let due = engine!.due(); due; due = engine!.due()) engine!.expose(due.campaign, {});
    stepped?.(engine!, at);
  };
  const observe = (at: number, fact: Fact): void => engine!.observe(Object.assign({ at }, fact) as Observation);
  const pass = (until: number): void => {
    for (let next = engine!.nextDeadline(); next <= until; next = engine!.nextDeadline()) {
      engine!.tick(next);
      settle(next);
    }
  };
  for (const event of events) {
    const { at } = event;
    if (engine && at - last > VISIT_MS) {
      observe(last, { kind: 'leave' });
      visited(engine);
      carried = engine.carry();
      engine = undefined;
    }
    if (engine) pass(at);
    else {
      engine = createEngine({ config, prepared, at, visitor: id, session: `${id}-${at}`, random, traits: TRAITS, ...(carried && { carried }) });
      observe(at, { kind: 'permission', permission: FULL });
      observe(at, { kind: 'visibility', visible: true });
      observe(at, { kind: 'focus', focused: true });
    }
    for (const fact of factsOf(event)) observe(at, fact);
    settle(at);
    last = at;
  }
  if (!engine) return;
  observe(last, { kind: 'leave' });
  visited(engine);
}
