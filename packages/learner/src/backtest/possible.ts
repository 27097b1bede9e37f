import { SHIPPED_FEATURES, type CartStage, type Scalar } from '@tactful/protocol';
import { isShared, ofAnyType, type Recorded } from './Recorded.ts';

/**
 * What a feature may have been at some moment of a session: one of some values, or a number between two, ends included. `missing`:
 * whether it was unknown `never`, `always`, or `perhaps` at some of the moments.
 */
export interface Possible {
  readonly values?: readonly Scalar[];
  readonly from?: number;
  readonly to?: number;
  readonly missing: 'never' | 'perhaps' | 'always';
}

const STAGES: readonly CartStage[] = ['none', 'cart', 'checkout', 'payment', 'purchased'];
/** Summarized features that also fall. */
const FALLING: readonly string[] = ['cart.value', 'cart.items', 'cart.idle_seconds', 'session.mean_wait_seconds'];
/** Those that stand from the session's beginning. */
const STANDING: readonly string[] = ['visitor.sessions', 'visitor.days_since_first'];
/** Those that are known from the first moment; the others may wait for the finer senses. */
const ALWAYS: readonly string[] = ['cart.revisits', 'session.pages', 'session.active_seconds', 'session.errors', 'session.form_errors'];

/** Everything that a summary leaves open about a feature's values through its session; undefined of what it does not tell. */
export function possible(recorded: Recorded, feature: string): Possible | undefined {
  const { summary, names } = recorded;
  const { cart, context, counts, intents, pages, features } = summary;
  if (feature === 'device.kind') return { values: [context.device], missing: 'never' };
  if (summary.loss['pages'] && feature.startsWith('page.') || feature === 'page.type' && ofAnyType(recorded)) return undefined;
  if (feature === 'page.type') {
    const types = Object.keys(pages).map((id) => names.pages.get(id) ?? id);
    return { values: types, missing: types.length === 0 ? 'always' : 'never' };
  }
  if (feature === 'page.id') {
    if (Object.keys(pages).some((id) => isShared(id, recorded))) return undefined;
    const ids = Object.keys(pages).filter((id) => names.pages.has(id));
    return { values: ids, missing: ids.length === 0 ? 'always' : ids.length < Object.keys(pages).length ? 'perhaps' : 'never' };
  }
  if (feature === 'cart.stage') return { values: (counts['purchase'] ?? 0) > 0 ? STAGES : STAGES.slice(0, STAGES.indexOf(cart.stage) + 1), missing: 'never' };
  if (feature.startsWith('intent.')) {
    const score = intents[feature.slice('intent.'.length) as keyof typeof intents];
    return score && { from: 0, to: score.peak, missing: 'perhaps' };
  }
  if (!SHIPPED_FEATURES[feature]) return undefined;
  const end = features[feature];
  // Where it was never known, or where nobody counted it.
  if (end === undefined) return undefined;
  if (STANDING.includes(feature)) return { values: [end], missing: 'never' };
  if (FALLING.includes(feature)) return { from: 0, to: Infinity, missing: 'perhaps' };
  return { from: 0, to: end, missing: ALWAYS.includes(feature) ? 'never' : 'perhaps' };
}
