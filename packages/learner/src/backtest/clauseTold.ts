import type { ClauseKind, DeviceClause } from '@tactful/protocol';
import { countOf, isShared, ofAnyType, pagesOf, type Recorded } from './Recorded.ts';
import { between, weaken, type Told } from './Told.ts';

type Teller = (clause: DeviceClause, recorded: Recorded) => Told;

/** What counters count, in ms: a rest of the pointer, a regained tab, a slow click, a field that holds somebody up. */
const HOVER_MS = 500, AWAY_MS = 5_000, SLOW_MS = 2_000, FIELD_MS = 10_000;

const counted = (name: string): Teller => ({ times = 1 }, recorded) => between(countOf(recorded, name) >= times, false);

/** A counter that counts from `from` on tells exactly of that, one bound of what is asked from more or from less on. */
const countedFrom = (name: string, { from, asked, times }: { readonly from: number; readonly asked: number; readonly times: number }, recorded: Recorded): Told => {
  const n = countOf(recorded, name);
  return asked === from ? between(n >= times, false) : asked > from ? between(false, n >= times) : n >= times ? 'yes' : 'untold';
};

/** What a summary tells of each kind of clause, wherever on the site, whatever the element, and in whatever time. */
const TELLERS: Readonly<Record<ClauseKind, Teller>> = {
  // Entered behind other tabs, and never seen, it did not fire.
  page: ({ page }, recorded) => between(pagesOf(recorded, page).some(({ activeMs }) => activeMs > 0), pagesOf(recorded, page).some(({ views }) => views > 0)),
  // Some visit took at least the mean of all. Episodes are counted, not measured: of a row of them only the most can be said.
  dwell({ page, target, for: wanted = 0, consecutive: n = 1 }, recorded) {
    const rows = pagesOf(recorded, page);
    const sum = (part: 'activeMs' | 'episodes'): number => rows.reduce((total, row) => total + row[part], 0);
    const least = target === undefined && n === 1 && rows.some(({ activeMs, views }) => views > 0 && activeMs / views >= wanted);
    return between(least, sum('activeMs') >= wanted * n && sum('episodes') >= n);
  },
  hover: ({ for: wanted = HOVER_MS, times = 1 }, recorded) => countedFrom('hovers', { from: HOVER_MS, asked: wanted, times }, recorded),
  // The longest run of one form, which progress ends, too; a clause's is ended by success alone.
  form_error: ({ consecutive: n = 1 }, recorded) => between(countOf(recorded, 'form_errors_run') >= n, countOf(recorded, 'form_errors') >= n),
  error: counted('errors'),
  exit_intent: ({ after = 0 }, recorded) => between(after === 0 && countOf(recorded, 'exit_intents') > 0, countOf(recorded, 'exit_intents') > 0 && recorded.summary.activeMs >= after),
  // As it stood at the end: before, it may have been longer, and progress ended it.
  cart_idle: ({ for: wanted = 0 }, { summary }) => between(summary.cart.idleMs >= wanted, (summary.counts['add_to_cart'] ?? 0) > 0 && summary.activeMs >= wanted),
  idle: () => 'untold',
  scroll: ({ percent = 0 }, recorded) => between(countOf(recorded, 'scroll_percent') >= percent, false),
  visible: () => 'untold',
  event: ({ name = '', times = 1, consecutive = 1 }, { summary }) => {
    const n = summary.counts[name];
    return n === undefined ? COUNTED.test(name) ? 'no' : 'untold' : between(n >= times && consecutive === 1, n >= Math.max(times, consecutive));
  },
  signal: ({ name = '', times = 1, consecutive = 1, resetOn }, { summary, names }) => {
    const { count, longestRun } = summary.signals[name] ?? { count: 0, longestRun: 0 };
    return !names.signals.has(name) ? 'untold' : between(count >= times && (consecutive === 1 || !resetOn && longestRun >= consecutive), count >= Math.max(times, consecutive));
  },
  hesitation: counted('hesitations'),
  attention: ({ name = '', for: wanted = 0 }, recorded) => between(countOf(recorded, `${name}_ms`) >= wanted, false),
  rage_click: counted('rage_clicks'),
  dead_click: counted('dead_clicks'),
  slow: ({ for: wanted = SLOW_MS, times = 1 }, recorded) => (times === 1 ? between(countOf(recorded, 'wait_ms') >= wanted, false) : countedFrom('slow_clicks', { from: SLOW_MS, asked: wanted, times }, recorded)),
  field_hesitation: ({ for: wanted = FIELD_MS }, recorded) => countedFrom('field_hesitations', { from: FIELD_MS, asked: wanted, times: 1 }, recorded),
  form_abandon: counted('form_abandons'),
  cart_revisit: ({ times = 1 }, { summary }) => between(summary.cart.revisits >= times, false),
  backtrack: ({ from, page }, recorded) => (from === 'type:checkout' && page === 'type:cart' ? counted('backtracks')({ on: 'backtrack' }, recorded) : 'untold'),
  return: ({ away = AWAY_MS }, recorded) => countedFrom('returns', { from: AWAY_MS, asked: away, times: 1 }, recorded),
  intent: ({ name = '', gte = 0 }, { summary }) => {
    const score = summary.intents[name as keyof typeof summary.intents];
    return score ? between(score.peak >= gte, false) : 'untold';
  },
  sequence: () => 'untold',
};

/** Events that have a counter of their own. */
const COUNTED = /^(view_(item(_list)?|cart)|select_item|(add_to|remove_from)_cart|begin_checkout|add_(shipping|payment)_info|purchase|refund)$/;

/** What closes an opportunity, and so at once the one that it opens. */
const PROGRESS = /^(add_(shipping|payment)_info|purchase)$/;

/** Kinds of which the teller has looked at the page itself. */
const PLACED: readonly ClauseKind[] = ['page', 'dwell', 'backtrack'];

/** Kinds whose counters know the elements of whatever configuration was live, not the one that is asked for. */
const WATCHED: readonly ClauseKind[] = ['hover', 'hesitation'];

/** Whether a clause opened an opportunity in a tab of a session. */
export function clauseTold(clause: DeviceClause, recorded: Recorded): Told {
  const { on, page, target, within, where, name = '', times = 1, consecutive = 1 } = clause;
  const { summary, names } = recorded;
  if (page !== undefined && !page.startsWith('type:') && !names.pages.has(page)) return 'untold';
  if (target !== undefined && WATCHED.includes(on)) return 'untold';
  const told = TELLERS[on](clause, recorded);
  const missed = page !== undefined && !pagesOf(recorded, page).some(({ views }) => views > 0);
  // What found no room in the summary is counted there.
  if (missed && (summary.loss['pages'] || page.startsWith('type:') && ofAnyType(recorded)) || on === 'signal' && told === 'no' && summary.loss['signals']) return 'untold';
  if (missed || told === 'no') return 'no';
  const elsewhere = page !== undefined && (!PLACED.includes(on) || isShared(page, recorded) || page.startsWith('type:') && ofAnyType(recorded)) || target !== undefined;
  const closes = on === 'event' && PROGRESS.test(name) || on === 'signal' && names.progress.has(name);
  const apart = within !== undefined && Math.max(times, consecutive) > 1;
  return elsewhere || closes || apart || where !== undefined ? weaken(told) : told;
}
