import type { SummaryBody } from '@tactful/protocol';
import type { Core } from '../core.ts';
import { STAGES } from '../stages.ts';
import { fit } from './fit.ts';
import { shippedFeatures } from './shippedFeatures.ts';

/** A summary is at most 4 KiB; its address takes the rest. */
const BODY_BYTES = 3_500;

const map = <From, To>(from: Readonly<Record<string, From>>, to: (value: From) => To | undefined): Record<string, To> => {
  const out: Record<string, To> = {};
  for (const key in from) {
    const value = to(from[key]!);
    if (value !== undefined) out[key] = value;
  }
  return out;
};

/** The session so far: bounded, only names of the configuration, numbers and closed lists. */
export function summarize(core: Core): SummaryBody {
  const { state, tally, options } = core;
  const { start, last, activeMs, pages, counts, signals, revisits, snapshots, gates, exposures, goals, loss } = tally;
  const { cartValue, cartItems, currency } = state;
  return fit({
    config: options.config.version,
    model: '',
    startedAt: start + state.offset,
    durationMs: Math.max(0, last - start),
    activeMs,
    pages: map(pages, (page) => ({ ...page })),
    counts: { ...counts },
    signals: map(signals, ({ count, longestRun }) => ({ count, longestRun })),
    cart: {
      stage: STAGES[state.cartStage]!,
      ...(cartValue != null && { value: cartValue, ...(currency && { currency }) }),
      items: cartItems || 0, idleMs: Math.max(0, state.cartIdle), revisits,
    },
    features: map(shippedFeatures(core), (value) => value),
    intents: {},
    snapshots: [...snapshots],
    gates: map(gates, (gate) => ({ ...gate })),
    exposures: exposures.filter((one) => one.measured).map(({ measured: _measured, ...exposure }) => exposure),
    goals: [...goals],
    loss: { ...loss },
  }, ['snapshots', 'gates', 'pages', 'signals', 'exposures', 'goals'], BODY_BYTES);
}
