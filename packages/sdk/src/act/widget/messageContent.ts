import type { Child } from './builder.ts';
import { actionControl } from './actionControl.ts';
import { coupon } from './coupon.ts';
import type { MessageView } from '../view.ts';
import type { Stage } from './createPanel.ts';

/** What a card, a coupon or a video shows between its title and its foot. */
export function messageContent(stage: Stage, { message }: MessageView): readonly Child[] {
  const { kind, body, offer, action, video } = message;
  const { talk } = stage.kit.host.parts;
  const offers = kind === 'coupon' && !!offer;
  return [
    video && talk && talk.film(stage, video),
    body && stage.kit.h('p', null, body),
    offers && coupon(stage, offer),
    action && actionControl(stage, action, offers || video ? 'second' : 'primary'),
  ];
}
