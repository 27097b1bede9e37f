import type { EngineOptions } from './engine.ts';
import type { Memory } from './memory.ts';
import { record } from './record.ts';

/** An empty memory: nobody sees the page yet, and nothing may be shown until a permission says so. */
export function begin({ at }: EngineOptions): Memory {
  return {
    at, offset: 0, server: false, active: 0, input: at, visible: false, focused: false, playing: false,
    page: '', type: 'other', places: [], entered: 0, inView: [], over: record(), steps: [],
    permission: { show: 'none', measured: false, capsKnown: false }, shownHere: 0, shownOnVisit: record(),
    attributes: record(), slot: null, cart: { stage: 'none', items: 0, idleMs: 0, revisits: 0 }, cartAt: -1, cartViews: 0,
    runs: record(), due: record(), soonest: 0, rows: record(), open: record(),
    sensed: 0, scored: 0, hidden: 0, before: [], begun: [], sums: record(),
    caps: { scopes: record(), arms: record(), latest: 0, optOut: false },
    tally: {
      config: '', startedAt: at, durationMs: 0, activeMs: 0, pages: record(), counts: record(), intents: record(), signals: record(),
      snapshots: [], gates: record(), exposures: [], goals: [], loss: record(),
    },
  };
}
