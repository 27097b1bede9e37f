import type { CartStage, Exposure, Goal, PageSummary, SignalSummary, Summary } from '../summary.ts';
import { greater } from './greater.ts';
import { mergeBy } from './mergeBy.ts';
import { mergeFields } from './mergeFields.ts';
import { mergeRecord } from './mergeRecord.ts';
import { SUMMARY_MERGE } from './SUMMARY_MERGE.ts';

const STAGES: readonly CartStage[] = ['none', 'cart', 'checkout', 'payment', 'purchased'];
const OUTCOMES: readonly Exposure['outcome'][] = ['none', 'ignore', 'dismiss', 'click', 'convert'];

/**
 * One session from the summaries of its parts (tabs), by `SUMMARY_MERGE`. Of one part only the highest `seq` counts. The order
 * of the parts, and whether some were merged before, change nothing; a part merged twice is counted once. The result's `part`
 * names all of them, joined by `+`.
 * @param parts at least one, all of one session.
 */
export function mergeParts(parts: readonly Summary[]): Summary {
  const latest = new Map<string, Summary>();
  for (const part of parts) {
    const kept = latest.get(part.part);
    latest.set(part.part, kept ? greater(kept, part, ({ seq }) => [seq]) : part);
  }
  const [first, ...rest] = [...latest.values()];
  if (!first) throw new RangeError('mergeParts wants at least one part');
  return rest.reduce(mergeTwo, first);
}

/** The stronger outcome, with what either tab was told of help: a no weighs more than a yes. */
function mergeExposures({ helped: a, ...x }: Exposure, { helped: b, ...y }: Exposure): Exposure {
  const helped = a === false || b === false ? false : a ?? b;
  return { ...greater(x, y, ({ outcome }) => [OUTCOMES.indexOf(outcome)]), ...(helped !== undefined && { helped }) };
}

function mergeTwo(a: Summary, b: Summary): Summary {
  const last = greater(a, b, (part) => [part.startedAt + part.durationMs, [part.session, part.visitor, part.sdk, part.config, part.model]]);
  const begun = greater(a, b, (part) => [-part.startedAt, part.context]);
  const further = greater(a, b, ({ cart }) => [STAGES.indexOf(cart.stage), cart.value ?? -Infinity, cart.items, cart.currency ?? '']).cart;
  const user = [a.user, b.user].filter((id) => id !== undefined).sort().pop();
  const items = (a.items ?? b.items) && mergeBy([...(a.items ?? []), ...(b.items ?? [])], ({ id }) => id,
    (x, y) => ({ id: x.id, views: x.views + y.views, carted: x.carted + y.carted }));
  const { user: _user, items: _items, ...rest } = last;
  return {
    ...rest,
    part: [...new Set([...a.part.split('+'), ...b.part.split('+')])].sort().join('+'),
    seq: a.seq + b.seq,
    ...(user !== undefined && { user }),
    bot: Math.max(a.bot, b.bot),
    context: begun.context,
    startedAt: begun.startedAt,
    durationMs: last.startedAt + last.durationMs - begun.startedAt,
    activeMs: a.activeMs + b.activeMs,
    pages: mergeRecord<PageSummary>(a.pages, b.pages, mergeFields(SUMMARY_MERGE.pages)),
    counts: mergeFields(SUMMARY_MERGE.counts)(a.counts, b.counts),
    signals: mergeRecord<SignalSummary>(a.signals, b.signals, mergeFields(SUMMARY_MERGE.signals)),
    cart: { ...further, idleMs: Math.max(a.cart.idleMs, b.cart.idleMs), revisits: a.cart.revisits + b.cart.revisits },
    features: mergeFields(SUMMARY_MERGE.features)(a.features, b.features),
    intents: mergeRecord(a.intents, b.intents, (x, y) => greater(x, y, ({ peak, last: now }) => [peak, now])),
    snapshots: mergeBy([...a.snapshots, ...b.snapshots], ({ on }) => on, (x, y) => greater(x, y, ({ at, x: vector }) => [-at, vector])),
    gates: mergeRecord<Summary['gates'][string]>(a.gates, b.gates, mergeFields({})),
    exposures: mergeBy([...a.exposures, ...b.exposures], ({ id }) => id, mergeExposures),
    goals: mergeBy<Goal>([...a.goals, ...b.goals], ({ id }) => id, (x, y) => greater(x, y, ({ at }) => [-at])),
    ...(items && { items }),
    loss: mergeFields({})(a.loss, b.loss),
  };
}
