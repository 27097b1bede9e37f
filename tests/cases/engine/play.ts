import { createEngine, type Engine, type LateGates, type Observation } from '@tactful/engine';
import type { DeviceConfig } from '@tactful/protocol';

/** `[ms since the start, what, …]`; see `play`. */
export type Step = readonly [at: number, what: string, ...rest: any[]];

export interface Play {
  readonly config: DeviceConfig;
  readonly steps: readonly Step[];
  readonly visitor?: string;
  /** Carried over, as JSON, to a new engine before each step. */
  readonly carrying?: boolean;
  /** Hears every observation, and every tick as a bare `at`. */
  readonly observed?: (observation: object) => void;
}

export interface Played {
  readonly shown: readonly (readonly [campaign: string, arm: string, at: number])[];
  readonly engine: Engine;
}

/** Friday, 2026-11-20, 10:00 UTC. */
export const START = 1_795_168_800_000;

/** Steps that are written shorter than their observation. */
const SHORT: Readonly<Record<string, (...rest: any[]) => object>> = {
  page: (page, type = TYPES[page] ?? 'other', again) => ({ page, type, ...(again && { again }) }),
  visible: (visible) => ({ kind: 'visibility', visible }),
  focus: (focused) => ({ focused }),
  media: (playing) => ({ playing }),
  over: (target, inside = true) => ({ target, inside }),
  seen: (target, ratio = 1) => ({ target, ratio }),
  scroll: (percent) => ({ percent }),
  click: (target) => ({ target }),
  form_error: (form = 'f', targets = []) => ({ form, targets }),
  form_success: (form = 'f', targets = []) => ({ form, targets }),
  event: (name, props) => ({ name, ...(props && { props }) }),
  signal: (id) => ({ id }),
  attributes: (values) => ({ values }),
  time: (server) => ({ server: START + server }),
  sense: (on, more) => ({ on, ...more }),
  loss: (reason, n = 1) => ({ reason, n }),
  cart: (cart) => cart,
  permission: (show, measured = true, capsKnown = true) => ({ permission: { show, measured, capsKnown } }),
};
const TYPES: Readonly<Record<string, string>> = {
  home: 'home', product: 'product', cart: 'cart', shipping: 'checkout', payment: 'checkout', checkout: 'checkout', workflow: 'feature',
};

/**
 * Plays steps as a page would: ticks at every deadline, and gives whatever is due its chance at once. Besides
 * observations a step may be `late` (late gates from now on), `outcome` (of the latest exposure), `reload` (a new load of
 * the tab), `session` (the next session), `caps` (what another tab left) or `tick`.
 */
export function play({ config, steps, visitor = 'visitor', carrying = false, observed }: Play): Played {
  const shown: [string, string, number][] = [];
  const traits = { device: 'desktop', utcOffsetMinutes: 0, visitorSessions: 2, visitorFirstSeen: START - 3 * 86_400_000 } as const;
  let dice = 0;
  let session = 's1';
  let late: LateGates = {};
  let latest = '';
  const make = (at: number, from?: Engine): Engine => createEngine({
    config, at: START + at, visitor, session, traits, random: () => (dice = (dice + 0.618) % 1),
    ...(from && { carried: JSON.parse(JSON.stringify(from.carry())) }),
  });
  let engine = make(0);
  const tick = (at: number): void => {
    observed?.({ at: START + at });
    engine.tick(START + at);
  };
  const settle = (at: number): void => {
    for (let due = engine.due(); due; due = engine.due()) {
      const exposed = engine.expose(due.campaign, late);
      if (!exposed) return;
      latest = exposed.exposure.id;
      shown.push([due.campaign, `${exposed.measured ? '' : 'unmeasured '}${exposed.exposure.arm}`, at]);
    }
  };
  const start: Step[] = [[0, 'permission', 'full'], [0, 'visible', true], [0, 'focus', true]];
  let now = 0;
  for (const [at, what, ...rest] of [...start, ...steps]) {
    for (let next = engine.nextDeadline() - START; next <= at; next = engine.nextDeadline() - START) {
      tick(next);
      settle(next);
      now = Math.max(now, next);
    }
    if (carrying) engine = make(now, engine);
    now = Math.max(now, at);
    if (what == 'late') late = rest[0] ?? {};
    if (what == 'late' || what == 'tick') tick(at);
    else if (what == 'reload') engine = make(at, engine);
    else if (what == 'session') {
      session = rest[0];
      engine = make(at, engine);
    } else {
      const observation = what == 'outcome' ? { exposure: latest, outcome: rest[0], reason: rest[1] ?? '' }
        : what == 'helped' ? { exposure: latest, helped: rest[0] }
        : what == 'impression' ? { exposure: latest }
        : what == 'caps' ? { caps: { arms: {}, latest: 0, ...rest[0] } }
        : SHORT[what]?.(...rest) ?? {};
      const whole = { at: START + at, kind: what, ...observation } as Observation;
      observed?.(whole);
      engine.observe(whole);
    }
    settle(at);
  }
  return { shown, engine };
}
