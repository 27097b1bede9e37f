import type { DeviceMessage, Outcome, Reason } from '@tactful/protocol';
import type { MessageView, WidgetHost } from '../view.ts';
import { actionControl } from './actionControl.ts';
import { coupon } from './coupon.ts';
import { frame } from './frame.ts';
import { createKit, type Kit, type KitRoot } from './createKit.ts';
import { messageContent } from './messageContent.ts';

/** What a message's drawing may do with the message it is in. */
export interface Stage {
  readonly kit: Kit;
  /** Absent for a chat that the visitor opened. */
  readonly view: MessageView | undefined;
  /** The visitor took the offer up: a click. */
  acted(): void;
  /** The message did its work; the visitor may be asked whether that helped. */
  done(): void;
  /** The message's outcome: the first, and each dismissal. None is told of a preview. */
  settle(outcome: Outcome, reason: Reason): void;
  /** Takes the message off the page. */
  leave(): void;
  /** What is drawn in all kinds of messages. */
  readonly draw: { readonly actionControl: typeof actionControl; readonly coupon: typeof coupon };
  /** Goes on in the chat: with the message's own script, or straight to the form. */
  converse(start: 'script' | 'form'): void;
}

/** One message or chat, as drawn. */
export interface Panel extends Stage {
  readonly element: HTMLElement;
  /** A chat: kept when it leaves. */
  readonly talk: boolean;
  readonly message: DeviceMessage | undefined;
  /** Closing would lose something of the visitor's. */
  underWay(): boolean;
  focus(): void;
}

interface Wanted {
  readonly host: WidgetHost;
  readonly root: KitRoot;
  readonly view?: MessageView | undefined;
  readonly message?: DeviceMessage | undefined;
  readonly talk: boolean;
  /** Its outcome was already told. */
  readonly settled?: boolean;
  readonly leave: () => void;
  readonly minimize: () => void;
  readonly converse: Stage['converse'];
}

/** Draws one message, or a chat. */
export function createPanel({ host, root, view, message, talk, settled: told = false, leave, minimize, converse }: Wanted): Panel {
  const kit = createKit(host, root);
  const settle = (outcome: Outcome, reason: Reason) => {
    if (view && !view.preview && (!told || outcome == 'dismiss')) host.outcome(outcome, reason);
    told = true;
  };
  const { talk: parts } = host.parts;
  for (const part of Object.values(host.parts)) root.dress(part.styles);
  const stage: Stage = {
    kit, view, settle, leave, converse, draw: { actionControl, coupon }, acted: () => settle('click', 'action'),
    done: () => {
      if (view && view.exposure != false) void kit.part('helped').then((helped) => helped && helped.ask(stage, element));
    },
  };
  const chat = talk && parts && parts.conversation(stage, message, () => element.classList.add('tall', 'live'));
  const element = frame(stage, {
    look: message ? message.kind : 'chat',
    role: talk ? 'dialog' : 'region',
    name: message ? message.title : kit.t('chat'),
    content: chat ? [chat.element] : view ? messageContent(stage, view, () => element.classList.add('tall')) : [],
    minimize: chat && minimize,
    close() {
      settle('dismiss', 'close');
      leave();
    },
  });
  return {
    ...stage,
    element,
    talk,
    message,
    underWay: () => !!chat && chat.underWay(),
    focus: () => chat && chat.focus(),
  };
}
