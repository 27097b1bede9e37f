import type { DeviceAction, DeviceChatStep, DeviceMessage, DeviceVideo } from '../device.ts';
import type { LocalText } from '../source/atoms.ts';
import type { ActionSource, ChatStepSource, MessageSource, VideoSource } from '../source/message.ts';

/** The text in the chosen language. */
export type Pick = (text: LocalText) => string;

/** Those fields of a message that are there, in one language. */
export function localizeMessage(source: Partial<MessageSource>, pick: Pick): Partial<DeviceMessage> {
  const { kind, title, body, offer, action, video, chat } = source;
  return {
    ...(kind && { kind }),
    ...(title && { title: pick(title) }),
    ...(body && { body: pick(body) }),
    ...(offer && { offer }),
    ...(action && { action: localizeAction(action, pick) }),
    ...(video && { video: localizeVideo(video, pick) }),
    ...(chat && { chat: chat.map((step) => localizeStep(step, pick)) }),
  };
}

function localizeAction(action: ActionSource, pick: Pick): DeviceAction {
  return { ...action, label: pick(action.label) };
}

function localizeVideo({ captions, ...video }: VideoSource, pick: Pick): DeviceVideo {
  const file = captions && pick(captions);
  return { ...video, ...(file && { captions: file }) };
}

function localizeStep({ id, say, video, replies = [] }: ChatStepSource, pick: Pick): DeviceChatStep {
  return {
    id,
    say: pick(say),
    ...(video && { video: localizeVideo(video, pick) }),
    replies: replies.map(({ label, next, action }) => ({
      label: pick(label), ...(next !== undefined && { next }), ...(action && { action: localizeAction(action, pick) }),
    })),
  };
}
