import * as v from 'valibot';
import { COUNTS, type CountName } from '../counts.ts';
import { SHIPPED_FEATURES } from '../features.ts';
import { LIMITS } from '../limits.ts';
import { REASONS } from '../summary.ts';
import { GATES } from '../trace.ts';
import { amount, at, chance, currency, listOf, locale, name, named, span, tally, token, version } from './atoms.ts';

const counts = v.record(v.picklist(Object.keys(COUNTS) as CountName[]), tally);
const features = v.record(v.picklist(Object.keys(SHIPPED_FEATURES)), amount);

const exposure = v.strictObject({
  id: token, campaign: name, version: tally, variant: v.union([v.literal(''), name]),
  arm: v.picklist(['treatment', 'control', 'holdout', 'shadow']),
  at,
  outcome: v.picklist(['none', 'ignore', 'dismiss', 'click', 'convert']),
  reason: v.picklist(REASONS),
  helped: v.exactOptional(v.boolean()),
  trace: listOf(v.strictTuple([v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(GATES.length - 1)), amount]), GATES.length),
});

/** What a summary may hold: names, numbers and closed lists, nothing else. */
export const summarySchema = v.strictObject({
  session: token, part: token, visitor: token, user: v.exactOptional(token), seq: tally, sdk: version, bot: chance,
  context: v.strictObject({
    device: v.picklist(['desktop', 'phone', 'tablet']), locale,
    referrer: v.picklist(['direct', 'internal', 'search', 'social', 'campaign', 'other']),
  }),
  config: version, model: version, startedAt: at, durationMs: span, activeMs: span,
  pages: named(v.strictObject({ views: tally, activeMs: span, episodes: tally }), LIMITS.pages),
  counts,
  signals: named(v.strictObject({ count: tally, longestRun: tally }), LIMITS.signals),
  cart: v.strictObject({
    stage: v.picklist(['none', 'cart', 'checkout', 'payment', 'purchased']),
    value: v.exactOptional(amount), currency: v.exactOptional(currency), items: amount, idleMs: span, revisits: tally,
  }),
  features,
  intents: named(v.strictObject({ peak: chance, last: chance }), LIMITS.features),
  snapshots: listOf(v.strictObject({ on: v.picklist(['page5', 'cart', 'checkout', 'exposure']), at, x: listOf(amount, LIMITS.features) }), LIMITS.snapshots),
  gates: named(v.record(v.picklist(GATES), tally), LIMITS.gatedCampaigns),
  exposures: listOf(exposure, LIMITS.exposures),
  goals: listOf(v.strictObject({ id: token, event: name, value: v.exactOptional(amount), currency: v.exactOptional(currency), at }), LIMITS.goals),
  items: v.exactOptional(listOf(v.strictObject({ id: name, views: tally, carted: tally }), LIMITS.items)),
  loss: named(tally, LIMITS.listItems),
});

/** The body of `POST /v1/summaries`, its sessions not looked at yet. */
export const envelopeSchema = v.strictObject({
  v: v.literal(1, 'bad_version'), key: token, sentAt: at, sessions: v.pipe(v.array(v.unknown()), v.minLength(1), v.maxLength(LIMITS.sessionsPerBody)),
});
