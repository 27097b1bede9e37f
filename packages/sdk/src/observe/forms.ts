import type { Watch } from './watch.ts';

export interface FormsDeps extends Watch {
  /** Indexes of the targets that hold the form. */
  containing(form: Element): readonly number[];
  /** A form was submitted to the server and nobody prevented it: how it went shows on the next page. */
  submitted(name: string): void;
}

export interface Forms {
  /** `track('form_error', { form })`, `track('form_success', { form })`, `checkout_error`: the host says how it went. */
  tell(ok: boolean, name: string): void;
  /** Fields that are marked as wrong now: a page that came back with complaints. With none, the form submitted before went through. */
  scan(submitted?: string): void;
}

const FORM = 'data-tactful-form', WRONG = 'aria-invalid', FAILED = FORM + '-error', OK = FORM + '-ok';

/** How submits end. All that one attempt raises is one error; the next attempt begins with a press of a button, Enter or `submit`. */
export function startForms({ scope, observe, containing, submitted }: FormsDeps): Forms {
  /** What this attempt already told, and whether the host itself did: its next word is another attempt. */
  const told = new Map<string, boolean>();
  const rootOf = (element: Element): Element => element.closest(`form,[${FORM}]`) || document.body;
  const nameOf = (root: Element): string => root.getAttribute(FORM) || root.getAttribute('id') || root.getAttribute('name') || 'form';
  const tell = (ok: boolean, form: string, root?: Element | null): void => {
    const host = !root;
    const before = told.get(form);
    told.set(form, host);
    // By attribute: a form's own `id` and `name` may be shadowed by its fields.
    root = root || document.querySelector(['form[id', 'form[name', `[${FORM}`].map((start) => start + `="${CSS.escape(form)}"]`).join());
    if (ok || before == null || host && before) observe({ kind: ok ? 'form_success' : 'form_error', form, targets: root ? containing(root) : [] });
  };
  const look = (element: Element): void => {
    const root = rootOf(element);
    const ok = element.hasAttribute(OK);
    if (ok || element.hasAttribute(FAILED) || element.getAttribute(WRONG) == 'true') tell(ok, nameOf(root), root);
  };
  scope.listen(document, 'invalid', ({ target }) => tell(false, nameOf(rootOf(target)), rootOf(target)));
  scope.listen(document, 'submit click keydown', ({ type, target, key }) => {
    if (type == 'submit' || key == 'Enter' || type == 'click' && target instanceof Element && target.closest('button,[type=submit],[role=button]')) told.clear();
  });
  scope.listen(window, 'submit', (event) => event.defaultPrevented || submitted(nameOf(event.target)), {});
  const observer = new MutationObserver(scope.guard((records: MutationRecord[]) => records.forEach(({ target }) => look(target as Element))));
  observer.observe(document, { subtree: true, attributeFilter: [WRONG, FAILED, OK] });
  scope.track(() => observer.disconnect());
  return {
    tell,
    scan(before) {
      const marked = document.querySelectorAll(`[${WRONG}=true],[${FAILED}],[${OK}]`);
      marked.forEach(look);
      if (before && !marked.length) tell(true, before);
    },
  };
}
