import type { ClauseKind, DeviceClause } from '@tactful/protocol';
import { describeSpan } from './describeTime.ts';

const WORDS: Readonly<Record<ClauseKind, string>> = {
  page: 'enters the page', dwell: 'stays', hover: 'rests on', form_error: 'failed attempts of a form', error: 'errors of the page', exit_intent: 'turns to leave',
  cart_idle: 'cart without progress', idle: 'no input', scroll: 'scrolls', visible: 'sees', event: 'event', signal: 'signal', hesitation: 'hesitates at',
  attention: 'attention to', rage_click: 'rage click', dead_click: 'dead click', slow: 'waits for a click’s effect', field_hesitation: 'hesitates in a field',
  form_abandon: 'leaves a begun form', cart_revisit: 'sees the cart again', backtrack: 'goes back', return: 'comes back to the tab', intent: 'intent', sequence: 'in order:',
};

/** One clause of a trigger in a few words. @param targets the configuration's selectors */
export function describeClause(clause: DeviceClause, targets: readonly string[]): string {
  const { on, name, target, page, from, percent, gte, for: span, after, away, times = 1, consecutive, within, where, of } = clause;
  return [
    WORDS[on] || on,
    name != undefined && `“${name}”`,
    target != undefined && `“${targets[target]}”`,
    from != undefined && `from ${from}`,
    page != undefined && `${on == 'backtrack' ? 'to' : 'on'} ${page}`,
    gte != undefined && `at least ${gte}`,
    percent != undefined && `to ${percent} %`,
    span != undefined && `for ${describeSpan(span)}`,
    away != undefined && `after ${describeSpan(away)} away`,
    after != undefined && `not in the first ${describeSpan(after)}`,
    where != undefined && 'with fitting properties',
    of && of.map((step) => describeClause(step, targets)).join(', then '),
    consecutive != undefined ? `${consecutive} in a row` : times > 1 && `${times} times`,
    within != undefined && `within ${describeSpan(within)}`,
  ].filter(Boolean).join(' ');
}
