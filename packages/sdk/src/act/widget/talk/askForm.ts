import { LIMITS } from '@tactful/protocol';
import type { Kit } from '../createKit.ts';
import { sendKeys } from '../sendKeys.ts';
import { field } from './field.ts';

export interface AskForm {
  readonly element: HTMLElement;
  typed(): boolean;
}

/** Where the visitor asks in their own words. What is typed stays on the device. */
export function askForm(kit: Kit, ask: (question: string) => void): AskForm {
  const { h, t } = kit;
  const question = field(kit, { id: 'a', tag: 'input', label: t('ask'), limit: LIMITS.questionChars, missing: t('ask_missing') });
  const element = h('form', { class: 'stack ask', novalidate: true, 'aria-label': t('ask') }, question.element, h('button', { class: 'second' }, t('ask_go')), h('p', { class: 'note' }, t('ask_local')));
  sendKeys(kit, element, () => {
    if (!question.complete()) return question.input.focus();
    const text = question.value();
    question.input.value = '';
    ask(text);
  });
  return { element, typed: () => !!question.value() };
}
