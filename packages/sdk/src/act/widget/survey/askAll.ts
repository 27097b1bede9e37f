import { surveyEvent, type DeviceQuestion } from '@tactful/protocol';
import type { Stage } from '../createPanel.ts';
import { question } from './question.ts';

/**
 * A survey's questions, one at a time, each to be answered or skipped. An answer raises its event and nothing else: it is one of
 * the merchant's closed ones, and ships only where a signal names that event.
 */
export function askAll(stage: Stage, questions: readonly DeviceQuestion[], grow: () => void): HTMLElement {
  const { kit, view } = stage;
  const { h, t, host } = kit;
  const box = h('div', { class: 'stack' });
  const numbers = new Intl.NumberFormat(host.locale);
  let answered = false;
  const end = () => {
    const text = t(answered ? 'answers_thanks' : 'thanks');
    const action = view && view.message.action;
    const thanks = h('div', { class: 'done stack', tabindex: -1 }, kit.icon('check'), h('p', null, text));
    box.append(thanks, (action && stage.draw.actionControl(stage, action, 'primary')) || kit.button('primary', t('close'), stage.leave));
    kit.say(text);
    thanks.focus();
  };
  const ask = (at: number, begun: boolean) => {
    const asked = questions[at];
    box.textContent = '';
    if (!asked) return end();
    const drawn = question(kit, asked, {
      progress: questions.length > 1 ? t('question_of', { n: numbers.format(at + 1), of: numbers.format(questions.length) }) : '',
      grow,
      last: at === questions.length - 1,
      done(answers) {
        if (!view || !view.preview) for (const answer of answers) host.event(surveyEvent(asked.id, answer));
        if (answers.length) {
          answered = true;
          stage.acted();
        }
        grow();
        ask(at + 1, true);
      },
    });
    box.append(drawn.element);
    if (begun) drawn.focus();
  };
  ask(0, false);
  return box;
}
