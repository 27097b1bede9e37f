import type { Exposure, Goal, Summary } from '@tactful/protocol';

/** A plausible summary; every field can be replaced. */
export function makeSummary(own: Partial<Summary> & { readonly visitor: string; readonly session: string }): Summary {
  return {
    part: 'p1', seq: 1, sdk: '0.1.0', config: 'c1', model: '', bot: 0, startedAt: 1_000, durationMs: 60_000, activeMs: 40_000,
    context: { device: 'desktop', locale: 'en', referrer: 'direct' },
    pages: { checkout: { views: 3, activeMs: 31_000, episodes: 3 } }, counts: {}, signals: {},
    cart: { stage: 'cart', value: 80, currency: 'EUR', items: 2, idleMs: 0, revisits: 0 },
    features: {}, intents: {}, snapshots: [], gates: {}, exposures: [], goals: [], loss: {}, ...own,
  };
}

export const makeExposure = (own: Partial<Exposure> & { readonly id: string }): Exposure =>
  ({ campaign: 'stall', version: 1, variant: '', arm: 'treatment', at: 20_000, outcome: 'click', reason: 'action', trace: [], ...own });

export const makeGoal = (own: Partial<Goal> & { readonly id: string }): Goal => ({ event: 'purchase', value: 50, currency: 'EUR', at: 50_000, ...own });
