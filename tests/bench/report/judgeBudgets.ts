import type { PerEvent } from '../measure/addedPerEvent.ts';
import type { SessionFigures } from '../measure/summarizeSessions.ts';
import type { StartFigures } from '../measure/summarizeStart.ts';
import { write } from './tableLines.ts';

/** All that was measured; what was not is undefined. */
export interface Figures {
  /** gzip bytes of our files: the core, all but the widget, the widget; and of a configuration of every recipe in one language. */
  readonly sizes: { readonly core: number; readonly allButWidget: number; readonly widget: number; readonly config: number };
  readonly start: ReadonlyMap<string, StartFigures>;
  /** Blocking time above the empty page, upper bound, and over how many pairs. */
  readonly blocking: { readonly atMost: number; readonly pairs: number };
  readonly sessions: ReadonlyMap<string, SessionFigures>;
  readonly perEvent: PerEvent;
  readonly forced: number;
  readonly longTasks: number;
}

/** One budget, ours beside it. */
export interface Row {
  readonly what: string;
  readonly budget: string;
  readonly ours: number | undefined;
  /** What ours is compared with, where the budget is a ratio. */
  readonly peer?: { readonly name: string; readonly is: number | undefined };
  readonly most: number;
  readonly digits?: number;
}

const US = 'Tactful', KIB = 1_024;

/** Ours as a share of a peer's. */
const ratioRow = (what: string, ours: number | undefined, name: string, is: number | undefined, most: number): Row => ({ what, budget: `≤ ${most} × ${name}`, ours, peer: { name, is }, most, digits: 1 });
const row = (what: string, ours: number | undefined, most: number, unit = '', digits = 0): Row => ({ what, budget: `≤ ${write(most, digits)}${unit && ` ${unit}`}`, ours, most, digits });

/** The budgets, in their order. */
export function budgetRows({ sizes, start, blocking, sessions, perEvent, forced, longTasks }: Figures): Row[] {
  const [us, played] = [start.get(US), sessions.get(US)];
  const heapKb = (name: string): number | undefined => (start.has(name) ? start.get(name)!.heapBytes / KIB : undefined);
  return [
    row('core, gzip', sizes.core, 10_240, 'B'),
    row('JavaScript of a WooCommerce page at rest, gzip', start.get('Tactful, WooCommerce')?.scriptBytes, 12_288, 'B'),
    row('all page files but the widget, gzip', sizes.allButWidget, 16_384, 'B'),
    row('widget, gzip', sizes.widget, 12_288, 'B'),
    row('configuration: every recipe, one language, gzip', sizes.config, 12_288, 'B'),
    ratioRow('start cost, script ms', us?.scriptMs, 'posthog-js', start.get('posthog-js')?.scriptMs, 0.06),
    ratioRow('start cost, script ms', us?.scriptMs, '@growthbook/growthbook', start.get('@growthbook/growthbook')?.scriptMs, 0.4),
    row(`blocking added to an empty page, ms, upper 95 % bound of ${blocking.pairs} pairs`, blocking.atMost, 5, 'ms', 1),
    ratioRow('heap after start, KB', heapKb(US), 'posthog-js', heapKb('posthog-js'), 0.1),
    row('requests at start', us?.requests, 1),
    row('requests at start, configuration inline', start.get('Tactful, inline')?.requests, 0),
    row(`per input event, p50 of ${write(perEvent.count)}`, perEvent.p50, 0.05, 'ms', 3),
    row('per input event, p99.9', perEvent.p999, 1, 'ms', 2),
    row('session, one load: requests', played?.requests, 3),
    row('session, one load: bytes up', played?.bytesUp, 4_096, 'B'),
    row('session, twelve loads: requests', played?.loads.requests, 5),
    row('session, twelve loads: bytes up', played?.loads.bytesUp, 12_288, 'B'),
    ratioRow('session, thread ms', played?.taskMs, 'posthog-js', sessions.get('posthog-js')?.taskMs, 0.3),
    row('forced layouts, no message on its way', forced, 0),
    row('long tasks of ours', longTasks, 0),
  ];
}

/** True when the budget holds; undefined when it could not be told. */
export function isReached({ ours, peer, most }: Row): boolean | undefined {
  if (ours === undefined || Number.isNaN(ours)) return undefined;
  if (!peer) return ours <= most;
  return peer.is === undefined || !(peer.is > 0) ? undefined : ours <= most * peer.is;
}

/** The table that the run ends with. */
export function budgetTable(rows: readonly Row[]): string[][] {
  const verdict = (one: Row): string => ({ true: 'reached', false: 'not reached', undefined: 'not told' })[String(isReached(one)) as 'true'];
  return [['budget', 'wanted', 'ours', 'peer', 'ratio', ''], ...rows.map((one) => [
    one.what, one.budget, write(one.ours, one.digits), one.peer ? write(one.peer.is, one.digits) : '',
    one.peer?.is && one.ours !== undefined ? write(one.ours / one.peer.is, 3) : '', verdict(one),
  ])];
}
