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

/** What a kind of message cannot do without. */
const NEEDS = { coupon: 'offer', video: 'video', chat: 'chat', card: undefined } as const;

/** Languages, offers, chat steps, and what each kind of message needs. */
export function checkMessage({ message, own = message, path, names, report }: MessageCheck): void {
  const language = (text: LocalText | undefined, at: string): void => {
    if (text && !(names.locale in text)) report('missing_default_language', `${path}.${at}`);
  };
  const actionAt = (action: ActionSource | undefined, at: string): void => {
    language(action?.label, `${at}.label`);
    if (action?.kind === 'apply_offer') wanted.add('offer');
    if (action?.kind === 'chat') wanted.add('chat');
  };
  const wanted = new Set<'offer' | 'video' | 'chat'>();
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
  for (const field of wanted) if (!message[field]) report('missing', `${path}.${field}`);
}
