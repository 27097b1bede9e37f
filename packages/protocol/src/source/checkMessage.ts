import type { LocalText } from './atoms.ts';
import { checkUnique, type Report } from './checkUnique.ts';
import { LIMITS } from '../limits.ts';
import { surveyEvent } from '../surveyEvent.ts';
import type { ActionSource, MessageSource } from './message.ts';
import type { Names } from './namesOf.ts';

interface MessageCheck {
  /** The message as it would be shown. */
  readonly message: MessageSource;
  /** Only what a variant itself says: languages are checked there, the rest on the whole. */
  readonly own?: Partial<MessageSource>;
  readonly path: string;
  readonly names: Names;
  readonly report: Report;
}

/** What a kind of message cannot do without. */
const NEEDS = { coupon: 'offer', video: 'video', chat: 'chat', survey: 'survey', card: undefined, banner: undefined } as const;

/** Languages, offers, chat steps, questions, and what each kind of message needs. */
export function checkMessage({ message, own = message, path, names, report }: MessageCheck): void {
  const language = (text: LocalText | undefined, at: string): void => {
    if (text && !(names.locale in text)) report('missing_default_language', `${path}.${at}`);
  };
  const actionAt = (action: ActionSource | undefined, at: string): void => {
    language(action?.label, `${at}.label`);
    if (action?.kind === 'apply_offer') wanted.add('offer');
    if (action?.kind === 'chat') wanted.add('chat');
  };
  const wanted = new Set<'offer' | 'video' | 'chat' | 'survey'>();
  const need = own.kind && NEEDS[own.kind];
  if (need) wanted.add(need);
  language(own.title, 'title');
  language(own.body, 'body');
  actionAt(own.action, 'action');
  if (own.offer !== undefined && !names.offers.has(own.offer)) report('unknown_reference', `${path}.offer`);
  checkUnique(own.chat, `${path}.chat`, report);
  own.chat?.forEach((step, at) => {
    language(step.say, `chat[${at}].say`);
    step.replies?.forEach((reply, index) => {
      const here = `chat[${at}].replies[${index}]`;
      language(reply.label, `${here}.label`);
      actionAt(reply.action, `${here}.action`);
      if (reply.next !== undefined && !own.chat?.some(({ id }) => id === reply.next)) report('unknown_reference', `${path}.${here}.next`);
      if (reply.next !== undefined && reply.action !== undefined) report('ambiguous', `${path}.${here}`);
    });
  });
  checkUnique(own.survey, `${path}.survey`, report);
  own.survey?.forEach((question, at) => {
    const here = `survey[${at}]`;
    language(question.ask, `${here}.ask`);
    if (question.kind === 'scale') {
      language(question.low, `${here}.low`);
      language(question.high, `${here}.high`);
      return;
    }
    checkUnique(question.answers, `${path}.${here}.answers`, report);
    question.answers.forEach(({ id, label }, index) => {
      language(label, `${here}.answers[${index}].label`);
      if (surveyEvent(question.id, id).length > LIMITS.idChars) report('too_long', `${path}.${here}.answers[${index}].id`);
    });
  });
  for (const field of wanted) if (!message[field]) report('missing', `${path}.${field}`);
}
