import type { Kit } from './createKit.ts';

interface Wanted {
  /** Of the complaint, unique in the widget. */
  readonly id: string;
  readonly tag: 'input' | 'textarea';
  readonly label: string;
  /** Characters at most. */
  readonly limit: number;
  /** The browser's own word for filling it in. */
  readonly fill?: 'name' | 'email';
  /** What is said when it is left empty; without it, it may be. */
  readonly missing?: string;
}

export interface Field {
  readonly element: HTMLElement;
  readonly input: HTMLInputElement | HTMLTextAreaElement;
  value(): string;
  /** True when nothing is missing; else says what is. */
  complete(): boolean;
}

/** One labeled field with its own, translated complaint; the browser's bubble speaks the browser's language. */
export function field({ h }: Kit, { id, tag, label, limit, fill, missing }: Wanted): Field {
  const problem = h('span', { class: 'error', id });
  const input = h(tag, {
    dir: 'auto',
    maxlength: limit,
    autocomplete: fill || 'off',
    'aria-describedby': missing && id,
    'aria-required': missing && 'true',
    rows: tag === 'textarea' && 2,
    input: () => show(''),
  });
  const show = (text: string) => {
    problem.textContent = text;
    input.setAttribute('aria-invalid', String(!!text));
  };
  const value = () => input.value.trim();
  return {
    element: h('div', { class: 'field' }, h('label', null, label, input), problem),
    input,
    value,
    complete() {
      const complete = !missing || !!value();
      if (!complete) show(missing as string);
      return complete;
    },
  };
}
