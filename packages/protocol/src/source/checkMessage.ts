import type { LocalText } from './atoms.ts';
import { checkUnique, type Report } from './checkUnique.ts';
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

/** Languages, offers, chat steps, and what each kind of message needs. */
export function checkMessage({ message, own = message, path, names, report }: MessageCheck): void {
  const language = (text: LocalText | undefined, at: string): void => {
    if (text && !(names.locale in text)) report('missing_default_language', `${path}.${at}`);
  };
  const actionAt = (action: ActionSource | undefined, at: string): void => {
    language(action?.label, `${at}.label`);
    if (action?.kind === 'apply_offer' && !message.offer) report('missing', `${path}.offer`);
    if (action?.kind === 'chat' && !message.chat) report('missing', `${path}.chat`);
  };
  language(own.title, 'title');
  language(own.body, 'body');
  actionAt(own.action, 'action');
  if (own.offer !== undefined && !names.offers.has(own.offer)) report('unknown_reference', `${path}.offer`);
  if (message.kind === 'coupon' && !message.offer) report('missing', `${path}.offer`);
  if (message.kind === 'video' && !message.video) report('missing', `${path}.video`);
  if (message.kind === 'chat' && !message.chat) report('missing', `${path}.chat`);
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
}
