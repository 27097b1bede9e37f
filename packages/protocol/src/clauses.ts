import type { ClauseKind } from './device.ts';

/** What a parameter holds. `duration` is written `10s`; `page` is a page id or `type:<page type>`; `target` a CSS selector. */
export type ParameterType = 'duration' | 'count' | 'percent' | 'share' | 'page' | 'target' | 'event' | 'signal' | 'names' | 'condition';

/** One parameter of a clause. */
export interface Parameter {
  readonly name: string;
  readonly type: ParameterType;
  /** Must be given. */
  readonly required?: true;
  /** Filled in by the compiler. */
  readonly preset?: string | number;
  /** Inclusive; milliseconds for durations. */
  readonly min?: number;
  readonly max?: number;
  readonly meaning: string;
}

/** One kind of clause. */
export interface ClauseRow {
  readonly kind: ClauseKind;
  readonly parameters: readonly Parameter[];
  /** One of these must be given. */
  readonly oneOf?: readonly string[];
  readonly fires: string;
  readonly since: string;
}

const DAY = 86_400_000;
const page = { name: 'page', type: 'page', meaning: 'Only there; absent: anywhere.' } as const;
const target = { name: 'target', type: 'target', meaning: 'Only on elements that match; absent: any.' } as const;
const element = { name: 'target', type: 'target', required: true, meaning: 'The element.' } as const;
const within = { name: 'within', type: 'duration', min: 1_000, max: DAY, meaning: 'All of them inside this wall time; absent: the session.' } as const;
const active = { name: 'for', type: 'duration', required: true, min: 100, max: DAY, meaning: 'Active time.' } as const;
const consecutive = { name: 'consecutive', type: 'count', min: 1, max: 20, meaning: 'So many in a row.' } as const;
const times = { name: 'times', type: 'count', min: 1, max: 100, meaning: 'So many in all.' } as const;
const once = { ...times, preset: 1 } as const;
const resetOn = { name: 'resetOn', type: 'names', min: 1, max: 10, meaning: 'Events or signals that end the run of `consecutive`.' } as const;

/** Every trigger clause: schema, compiler and reference derive from this table. */
export const CLAUSES = [
  { kind: 'page', since: '0.1', fires: 'on entering the page', parameters: [{ ...page, required: true, meaning: 'The page.' }] },
  {
    kind: 'dwell', since: '0.1', oneOf: ['page', 'target'],
    fires: 'once per visit, when active time on the page or element reaches `for`; with `consecutive`, when the last of so many such episodes in a row does',
    parameters: [page, target, active, consecutive, within],
  },
  {
    kind: 'hover', since: '0.1', fires: 'when the pointer has rested on the element',
    parameters: [page, element, { name: 'for', type: 'duration', preset: '500ms', min: 50, max: 60_000, meaning: 'Rest.' }, once],
  },
  {
    kind: 'form_error', since: '0.1', fires: 'when so many submit attempts in a row failed; one that goes through ends the run',
    parameters: [page, { ...target, meaning: 'Only forms that match or lie inside; absent: any.' }, { ...consecutive, required: true }, within],
  },
  {
    kind: 'error', since: '0.1', fires: 'on uncaught errors and unhandled rejections',
    parameters: [page, { ...times, required: true }, { ...within, required: true, meaning: 'All of them inside this wall time.' }],
  },
  {
    kind: 'exit_intent', since: '0.1',
    fires: 'when a mouse leaves the page through the top, fast: on desktops only',
    parameters: [page, { name: 'after', type: 'duration', preset: '5s', min: 0, max: 3_600_000, meaning: 'Not before so much active time on the page.' }],
  },
  { kind: 'cart_idle', since: '0.1', fires: 'when active time since the last `add_to_cart` without progress reaches `for`', parameters: [page, active] },
  { kind: 'idle', since: '0.1', fires: 'when the page is visible and had no input for so long', parameters: [page, { ...active, min: 1_000, meaning: 'Visible time without input.' }] },
  { kind: 'scroll', since: '0.1', fires: 'when the depth is first reached on a visit', parameters: [page, { name: 'percent', type: 'percent', required: true, min: 1, max: 100, meaning: 'Depth of the page, in percent.' }] },
  {
    kind: 'visible', since: '0.1', fires: 'when so much of the element has been in view for so long',
    parameters: [
      page, element,
      { name: 'ratio', type: 'share', preset: 0.5, min: 0.01, max: 1, meaning: 'Share of the element in view.' },
      { name: 'for', type: 'duration', preset: '1s', min: 0, max: DAY, meaning: 'Active time in view.' },
    ],
  },
  {
    kind: 'event', since: '0.1', fires: 'on `track()`, on commerce events and on mapped queues',
    parameters: [
      page, { name: 'name', type: 'event', required: true, meaning: 'Its name; commerce events under their GA4 name.' },
      { name: 'where', type: 'condition', meaning: 'Compares the event’s own properties.' },
      once, consecutive, resetOn, within,
    ],
  },
  {
    kind: 'signal', since: '0.1', fires: 'on a signal of this configuration',
    parameters: [
      page, { name: 'id', type: 'signal', required: true, meaning: 'The signal.' },
      once, consecutive, resetOn, within,
    ],
  },
] as const satisfies readonly ClauseRow[];
