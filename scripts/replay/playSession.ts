import { carry, createCore, DECIDE, due, KEEP, nextDeadline, observe, prepare, restore, SENSE, take, tick, type Carried, type EngineCore, type Observation, type Prepared } from '@tactful/engine';
import type { DeviceConfig } from '@tactful/protocol';
import type { LogEvent, LogSession } from './LogSession.ts';

/** A visit ends after 30 minutes without a sign of life. */
const VISIT_MS = 1_800_000;
const FULL = { show: 'full', measured: true, capsKnown: true } as const;
const TRAITS = { device: 'desktop', utcOffsetMinutes: 0 } as const;
/** The whole engine: what a page has once all its files are there. */
const STAGES = { ...DECIDE, ...KEEP, ...SENSE };
/** Nothing is in the way of a log's visitor. */
const LATE = {};

/** What the page's sensors would have observed. A log tells of neither checkout pages nor forms nor the pointer: campaigns that ask for them stay silent. */
function factsOf({ at, kind, value }: LogEvent): readonly Observation[] {
  const props = value === undefined ? {} : { value };
  const input = { at, kind: 'input' } as const;
  switch (kind) {
    case 'page': return [{ at, kind: 'page', page: null, type: 'listing' }];
    case 'view': return [{ at, kind: 'page', page: null, type: 'product' }, { at, kind: 'event', name: 'view_item', props }];
    case 'add': return [input, { at, kind: 'event', name: 'add_to_cart', props }];
    case 'remove': return [input, { at, kind: 'event', name: 'remove_from_cart', props }];
    case 'purchase': return [input, { at, kind: 'event', name: 'purchase', props: { transaction_id: at, ...props } }];
    case 'click': return [input];
  }
}

/** A configuration for many sessions. */
export interface Played { readonly config: DeviceConfig; readonly prepared: Prepared }

export const ready = (config: DeviceConfig): Played => ({ config, prepared: prepare(config) });

export interface Listener {
  /** After each observation and each tick. */
  stepped?(core: EngineCore, at: number): void;
  /** A visit is over. */
  visited(core: EngineCore): void;
}

/**
 * Plays one session of a log: a page that is visible, focused, and ticks at the engine's deadlines. A visit ends with its last
 * event, for nothing tells that the visitor stayed; what follows a long silence is a new one.
 */
export function playSession({ config, prepared }: Played, { id, events }: LogSession, { stepped, visited }: Listener): void {
  let core: EngineCore | undefined;
  let carried: Carried | undefined;
  let last = 0;
  let visits = 0;
  let dice = 0;
  const random = (): number => (dice = (dice + 0.618_033_988) % 1);
  const open = (at: number): EngineCore => {
    const options = { config, prepared, at, visitor: id, session: `${id}-${++visits}`, random, traits: TRAITS, stages: STAGES };
    const before = carried;
    const opened = createCore(options, before && ((memory) => restore(memory, before, options)));
    observe(opened, { at, kind: 'permission', permission: FULL });
    observe(opened, { at, kind: 'visibility', visible: true });
    observe(opened, { at, kind: 'focus', focused: true });
    return opened;
  };
  const settle = (now: EngineCore, at: number): void => {
    for (let next = due(now); next; next = due(now)) take(now, next.campaign, LATE);
    if (stepped) stepped(now, at);
  };
  for (const event of events) {
    const { at } = event;
    if (core && at - last > VISIT_MS) {
      observe(core, { at: last, kind: 'leave' });
      visited(core);
      // A log's visitor has room enough: no storage of a browser is in between.
      carried = carry(core, Infinity);
      core = undefined;
    }
    if (core) for (let next = nextDeadline(core); next <= at; next = nextDeadline(core)) {
      tick(core, next);
      settle(core, next);
    }
    else core = open(at);
    for (const fact of factsOf(event)) observe(core, fact);
    settle(core, at);
    last = at;
  }
  if (!core) return;
  observe(core, { at: last, kind: 'leave' });
  visited(core);
}
