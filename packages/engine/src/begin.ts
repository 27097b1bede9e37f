import type { Core } from './core.ts';
import { compile } from './decide/compile.ts';
import type { EngineOptions } from './engine.ts';
import { record } from './record.ts';

/** An empty memory: nobody sees the page yet, and nothing may be shown until a permission says so. */
export function begin(options: EngineOptions): Core {
  const { config, at, traits } = options;
  return {
    ...compile(config, traits), options,
    state: {
      at, offset: 0, server: false, active: 0, input: at, visible: false, focused: false, playing: false,
      page: '', type: 'other', visit: 0, entered: 0, inView: [], over: record(), steps: [],
      permission: { show: 'none', measured: false, capsKnown: false }, shownHere: 0, shownOnVisit: record(),
      attributes: record(), slot: null, cartStage: 0, cartValue: null, cartItems: null, currency: '', cartAt: -1,
      cartIdle: -1, cartViews: 0, formRuns: record(),
    },
    tally: {
      start: at, last: at, activeMs: 0, pages: record(), counts: record(), signals: record(), revisits: 0,
      snapshots: [], gates: record(), exposures: [], goals: [], loss: record(),
    },
    caps: { scopes: record(), arms: record(), latest: 0 },
    now: at, here: [], waiting: new Set(), soonest: -1, open: [], features: null, urgent: false, shift: 0, restored: false,
  };
}
