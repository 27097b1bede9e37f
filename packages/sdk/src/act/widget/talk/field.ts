import type { Kit } from '../createKit.ts';

/** Something around an `@`, or five digits of any script. */
const REACHABLE = /\S[@＠]\S|(\p{Nd}.*){5}/u;

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
  /** What is said of what is neither an address nor can be dialed; without it, all may be given. */
  readonly wrong?: string;
}

export interface Field {
  readonly element: HTMLElement;
  readonly input: HTMLInputElement | HTMLTextAreaElement;
  value(): string;
  /** True when nothing is missing or wrong; else says what is. */
  complete(): boolean;
}

/** One labeled field with its own, translated complaint; the browser's bubble speaks the browser's language. */
export function field(kit: Kit, { id, tag, label, limit, fill, missing, wrong }: Wanted): Field {
  const { h } = kit;
  const problem = h('span', { class: 'error', id });
  const input = h(tag, {
    dir: 'auto',
    maxlength: limit,
    autocomplete: fill || 'off',
    'aria-describedby': missing && id,
    'aria-required': missing && 'true',
    rows: tag == 'textarea' && 2,
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
      const text = (value() ? !REACHABLE.test(value()) && wrong : missing) || '';
      show(text);
      // Read with the field as the focus comes to it; where it is already there nothing would be.
      if (kit.held(input)) kit.say(text);
      return !text;
    },
  };
}
