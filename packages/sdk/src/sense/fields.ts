import type { Milliseconds } from '@tactful/protocol';
import { FIELD_MS } from '@tactful/engine';
import type { Scope, Stop } from '../scope.ts';
import type { Watch } from '../observe/watch.ts';
import type { Watched } from './watched.ts';

/** A begun form that nobody is in any more for so long is left. */
const LEFT_MS: Milliseconds = 15_000;
const FIELDS = 'input:not([type=hidden],[type=button],[type=submit],[type=checkbox],[type=radio],[type=search],[type=range],[type=file]),textarea,select,[contenteditable]';
/** A search is no form that is abandoned. */
const FORMS = 'form:not([role=search]),[data-tactful-form]';

/** Hesitation in fields, and forms that are begun and left. Of what is typed only its length is looked at. */
export function startFields({ observe, now }: Watch, scope: Scope, watched: Watched, thresholds: readonly Milliseconds[]): void {
  const marks = [...new Set([FIELD_MS, ...thresholds])].sort((one, other) => one - other);
  /** Time in a field without progress, before the present focus. */
  const spent = new WeakMap<Element, Milliseconds>();
  let field: Element | undefined, since = 0, length = 0;
  let form: Element | null = null;
  let next: Stop | undefined, left: Stop | undefined;
  const lengthOf = (element: Element): number => ((element as HTMLInputElement).value || element.textContent || '').length;
  const total = (): Milliseconds => (spent.get(field!) || 0) + now() - since;
  const wait = (): void => {
    if (next) next();
    const mark = field && marks.find((one) => one > total());
    if (mark) next = scope.after(mark - total(), () => {
      if (!field) return;
      observe({ kind: 'sense', on: 'field_hesitation', ms: mark, targets: watched('field_hesitation', field) });
      // Timers may come a little early: this mark is behind us.
      since = now();
      spent.set(field, mark);
      wait();
    });
  };
  const leave = (): void => {
    if (!field) return;
    spent.set(field, total());
    field = undefined;
    if (next) next();
  };
  const come = (element: unknown): void => {
    if (!(element instanceof Element) || !element.matches(FIELDS) || document.visibilityState == 'hidden') return;
    field = element;
    since = now();
    length = lengthOf(element);
    wait();
  };
  const abandoned = (): void => {
    if (form) observe({ kind: 'sense', on: 'form_abandon' });
    form = null;
  };
  scope.listen(document, 'focusin', ({ target }) => {
    leave();
    come(target);
    if (left && form && form.contains(target)) left();
  });
  scope.listen(document, 'focusout', ({ relatedTarget }) => {
    leave();
    if (left) left();
    if (form && !form.contains(relatedTarget)) left = scope.after(LEFT_MS, abandoned);
  });
  scope.listen(document, 'input', ({ target, isTrusted }) => {
    if (!(target instanceof Element)) return;
    if (target == field) {
      const now = lengthOf(target);
      // More text is progress; less of it, or the same, is not.
      if (now > length || target.localName == 'select') {
        leave();
        spent.delete(target);
        come(target);
      }
      length = now;
    }
    const within = isTrusted && target.closest(FORMS);
    if (!within || within == form) return;
    form = within;
    observe({ kind: 'sense', on: 'begun', targets: watched('form_abandon', within) });
  });
  scope.listen(window, 'submit', () => {
    form = null;
    observe({ kind: 'sense', on: 'sent' });
  });
  scope.listen(document, 'visibilitychange', () => {
    if (document.visibilityState == 'hidden') leave();
    else {
      abandoned();
      come(document.activeElement);
    }
  });
}
