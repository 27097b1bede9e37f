import type { DeviceAction, DeviceChatStep, DeviceMessage, DeviceVideo } from '../device.ts';
import type { DeviceQuestion } from '../DeviceQuestion.ts';
import type { LocalText } from '../source/atoms.ts';
import type { ActionSource, ChatStepSource, MessageSource, QuestionSource, VideoSource } from '../source/message.ts';

/** The text in the chosen language. */
export type Pick = (text: LocalText) => string;

/** Those fields of a message that are there, in one language. */
export function localizeMessage(source: Partial<MessageSource>, pick: Pick): Partial<DeviceMessage> {
  const { kind, title, body, offer, action, video, chat, survey } = source;
  return {
    ...(kind && { kind }),
    ...(title && { title: pick(title) }),
    ...(body && { body: pick(body) }),
    ...(offer && { offer }),
    ...(action && { action: localizeAction(action, pick) }),
    ...(video && { video: localizeVideo(video, pick) }),
    ...(chat && { chat: chat.map((step) => localizeStep(step, pick)) }),
    ...(survey && { survey: survey.map((question) => localizeQuestion(question, pick)) }),
  };
}

/** A button in one language. A device knows no webhooks: it asks for a person, and the edge tells them. */
export function localizeAction(action: ActionSource, pick: Pick): DeviceAction {
  const label = pick(action.label);
  return action.kind === 'handoff' ? { ...action, label, to: action.to === 'link' ? 'link' : 'request' } : { ...action, label };
}

function localizeQuestion(question: QuestionSource, pick: Pick): DeviceQuestion {
  const { id, ask } = question;
  if (question.kind !== 'scale') return { id, ask: pick(ask), kind: question.kind, answers: question.answers.map((answer) => ({ id: answer.id, label: pick(answer.label) })) };
  const { scale, low, high } = question;
  return { id, ask: pick(ask), kind: 'scale', scale, ...(low && { low: pick(low) }), ...(high && { high: pick(high) }) };
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
