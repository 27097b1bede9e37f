import type { Child } from './builder.ts';
import { actionControl } from './actionControl.ts';
import { coupon } from './coupon.ts';
import type { MessageView } from '../view.ts';
import type { Stage } from './createPanel.ts';

/** What all but a chat show between its title and its foot. */
export function messageContent(stage: Stage, { message }: MessageView, grow: () => void): readonly Child[] {
  const { kind, body, offer, action, video } = message;
  const { talk, survey } = stage.kit.host.parts;
  const questions = survey && kind == 'survey' && message.survey;
  const offers = kind == 'coupon' && !!offer;
  return [
    video && talk && talk.film(stage, video),
    body && stage.kit.h('p', null, body),
    offers && coupon(stage, offer),
    questions && survey.askAll(stage, questions, grow),
    !questions && action && actionControl(stage, action, offers || video ? 'second' : 'primary'),
  ];
}
