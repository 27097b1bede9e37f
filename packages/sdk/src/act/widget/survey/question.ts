import type { DeviceQuestion } from '@tactful/protocol';
import type { Kit } from '../createKit.ts';

interface Wanted {
  /** "Question 1 of 3"; empty where there is only one. */
  readonly progress: string;
  readonly last: boolean;
  /** Makes room for more than was drawn first. */
  readonly grow: () => void;
  /** The chosen answers' ids; none when it was skipped. */
  readonly done: (answers: readonly string[]) => void;
}

export interface Question {
  readonly element: HTMLElement;
  focus(): void;
}

/** One question: a group of radio buttons or boxes under its legend, "Skip" and "Next". */
export function question(kit: Kit, asked: DeviceQuestion, { progress, last, grow, done }: Wanted): Question {
  const { h, t } = kit;
  const scale = asked.kind === 'scale';
  const problem = h('p', { class: 'error', id: 'q' });
  const option = (look: string, id: string, label: string, spoken?: string) => h(
    'label',
    { class: look },
    h('input', { type: asked.kind === 'multiple' ? 'checkbox' : 'radio', name: 'q', value: id, 'aria-describedby': 'q' }),
    h('span', null, label, spoken && h('span', { class: 'spoken' }, ' ' + spoken)),
  );
  const options = () => {
    if (!scale) return asked.answers.map(({ id, label }) => option('option', id, label));
    const [from, to] = asked.scale.split('-').map(Number) as [number, number];
    const { low, high } = asked;
    const numbers = new Intl.NumberFormat(kit.host.locale);
    const points = Array.from({ length: to - from + 1 }, (_, at) => option('point', String(from + at), numbers.format(from + at), at ? from + at === to ? high : '' : low));
    return [h('div', { class: 'scale n' + points.length }, ...points), h('div', { class: 'ends', 'aria-hidden': 'true' }, h('span', null, low), h('span', null, high))];
  };
  const legend = h('legend', { tabindex: -1 }, asked.ask);
  const form: HTMLFormElement = h(
    'form',
    {
      class: 'stack',
      novalidate: true,
      submit(event) {
        event.preventDefault();
        const all = [...form.querySelectorAll('input')];
        const chosen = all.filter((one) => one.checked).map((one) => one.value);
        if (chosen.length) return done(chosen);
        grow();
        kit.tell(problem, t('choose'));
        all[0]!.focus();
      },
      change: () => (problem.textContent = ''),
    },
    progress && h('p', { class: 'note' }, progress),
    h('fieldset', { class: 'stack' }, legend, ...options()),
    problem,
    h('div', { class: 'row' }, kit.button('second', t('skip'), () => done([])), h('button', { class: 'primary' }, t(last ? 'done' : 'next'))),
  );
  return { element: form, focus: () => legend.focus() };
}
