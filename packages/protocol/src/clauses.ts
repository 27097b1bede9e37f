import type { ClauseKind } from './device.ts';

/** What a parameter holds. `duration` is written `10s`; `page` is a page id or `type:<page type>`; `target` a CSS selector. */
export type ParameterType = 'duration' | 'count' | 'percent' | 'share' | 'page' | 'target' | 'event' | 'signal' | 'names' | 'condition' | 'topic' | 'state' | 'clauses';

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
  /** Heard by the file of finer senses, which a page loads where a configuration needs it. */
  readonly fine?: true;
  readonly since: string;
  /** What looks like it and is not it. */
  readonly not?: string;
  /** Where the definition, or what it leaves out, was learned. */
  readonly source?: string;
}

/** What the attention of a visitor may go to. */
export const TOPICS = ['price', 'shipping', 'returns', 'coupon'] as const;
export type Topic = (typeof TOPICS)[number];

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
  { kind: 'page', since: '0.1', fires: 'on entering the page; in a tab opened behind others, once it is seen', parameters: [{ ...page, required: true, meaning: 'The page.' }] },
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
    kind: 'exit_intent', since: '0.1', fine: true,
    fires: 'when a mouse leaves the page through the top, fast; by touch, on a fast upward flick near the top, when the visitor comes back to the tab (after 2 s), and 6 s after coming back to the page',
    not: 'The first seconds (`after`); a slow hand: below 0.4 px/ms of a mouse, 1 px/ms of a finger.', source: 'https://github.com/Nosto/nosto-magento/issues/189',
    parameters: [page, { name: 'after', type: 'duration', preset: '5s', min: 0, max: 3_600_000, meaning: 'Not before so much active time on the page.' }],
  },
  { kind: 'cart_idle', since: '0.1', fires: 'when active time since the last `add_to_cart` without progress reaches `for`', parameters: [page, active] },
  { kind: 'idle', since: '0.1', fine: true, fires: 'when the page is visible and had no input for so long', parameters: [page, { ...active, min: 1_000, meaning: 'Visible time without input.' }] },
  { kind: 'scroll', since: '0.1', fine: true, fires: 'when the depth is first reached on a visit', parameters: [page, { name: 'percent', type: 'percent', required: true, min: 1, max: 100, meaning: 'Depth of the page, in percent.' }] },
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
  {
    kind: 'hesitation', since: '0.1', fine: true,
    fires: 'when a mouse has rested on the element, or within 100 px of it, and left without a click, so many times',
    not: 'A hand that passes by in under half a second; touch.',
    parameters: [page, { ...target, meaning: 'The element; absent: what puts into the cart or leads to the payment.' }, { ...times, preset: 2 }, within],
  },
  {
    kind: 'attention', since: '0.1', fine: true,
    fires: 'when the time under the pointer, in focus, or in view after scrolling to it, of elements of that topic adds up to `for`; told by classes, ids, names and addresses, or `data-tactful-topic`',
    not: 'More than 10 s at a stretch: a pointer that was left lying.',
    parameters: [page, { name: 'topic', type: 'topic', required: true, meaning: 'What they are about.' }, { ...active, meaning: 'Time in all.' }],
  },
  {
    kind: 'rage_click', since: '0.1', fine: true,
    fires: 'on the third click within 1 s inside 30 px; a chain of clicks is one',
    not: 'Steppers (`+`, `−`, a button beside a number), calendars and grids, sliders, carousels, pagination, fields, media, canvas; text that is selected; keys; what stands in `data-tactful-ignore`.',
    source: 'https://github.com/PostHog/posthog/issues/40880',
    parameters: [page, target],
  },
  {
    kind: 'dead_click', since: '0.1', fine: true,
    fires: 'when a click on what looks pressable (a link, a button, a pointer for a cursor) changed nothing in 2.5 s: no change of the document, scroll, input, focus of a field, route, playing',
    not: 'Modifier keys, other buttons of the mouse, downloads and files, new tabs, `mailto:`, `tel:`, anchors, disabled controls, choosers, media; a tab or window that is left meanwhile; `data-tactful-ignore`. What changes by itself again and again (a carousel) is no effect.',
    source: 'https://github.com/PostHog/posthog-js/issues/3619',
    parameters: [page, target],
  },
  {
    kind: 'slow', since: '0.1', fine: true, fires: 'when a click has waited so long for its effect; a page of the same site that was led to, by the time it took to be interactive',
    not: 'Clicks that have no effect within 10 s.', source: 'https://github.com/hzjahromi/iweb',
    parameters: [page, target, { name: 'for', type: 'duration', preset: '2s', min: 100, max: 60_000, meaning: 'The wait.' }, once, within],
  },
  {
    kind: 'field_hesitation', since: '0.1', fine: true,
    fires: 'when the focus has been in one field so long without its text growing; coming back to it and deleting go on counting',
    not: 'Searches, choices, files; a hidden tab. Of what is typed only its length is looked at.',
    parameters: [page, target, { ...active, min: 500, max: 600_000, meaning: 'Time in the field without progress.' }],
  },
  {
    kind: 'form_abandon', since: '0.1', fine: true,
    fires: 'when a form that was begun and not sent is left: for 15 s, for another tab and back, or for another page',
    not: 'Searches; a page that came back with complaints.',
    parameters: [page, { ...target, meaning: 'Only forms that match or lie inside; absent: any.' }],
  },
  {
    kind: 'cart_revisit', since: '0.1', fine: true, fires: 'when the cart is seen again without `begin_checkout`',
    parameters: [page, { ...times, required: true, meaning: 'So many times, the first sight aside.' }],
  },
  {
    kind: 'backtrack', since: '0.1', fine: true, fires: 'on entering one page straight from the other',
    parameters: [
      { name: 'from', type: 'page', preset: 'type:checkout', meaning: 'The page that was left.' },
      { name: 'to', type: 'page', preset: 'type:cart', meaning: 'The page that is entered.' },
    ],
  },
  {
    kind: 'return', since: '0.1', fine: true, fires: 'when the tab is regained after it was hidden for so long',
    parameters: [page, { name: 'away', type: 'duration', required: true, min: 1_000, max: DAY, meaning: 'Hidden for at least so long, wall time.' }],
  },
  {
    kind: 'intent', since: '0.1', fine: true,
    fires: 'when the score crosses the threshold upwards; again once it was 0.1 below. Scored on observations that may move it (no event of the shop’s own), and each 5 s of active time while time alone may lift the score to the threshold',
    parameters: [
      page, { name: 'state', type: 'state', required: true, meaning: 'The state.' },
      { name: 'gte', type: 'share', required: true, min: 0.01, max: 1, meaning: 'The threshold.' },
    ],
  },
  {
    kind: 'sequence', since: '0.1', fine: true, fires: 'when its clauses have fired strictly in order, other facts aside; then it starts anew',
    parameters: [
      { name: 'of', type: 'clauses', required: true, min: 2, max: 5, meaning: 'Clauses, none of them a sequence.' },
      { ...within, required: true, meaning: 'All of them inside this wall time.' },
    ],
  },
] as const satisfies readonly ClauseRow[];
