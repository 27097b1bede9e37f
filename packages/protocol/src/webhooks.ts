import type { Exposure, Goal } from './summary.ts';
import type { RequestRow } from './admin.ts';
import type { EpochMs } from './units.ts';

/** What is told by webhooks, each once; none of a session taken as automated. */
export const WEBHOOK_EVENTS = {
  message: 'A message was seen for a second.',
  conversion: 'A goal was reached.',
  request: 'Somebody asked for a person.',
} as const satisfies Record<string, string>;
export type WebhookEvent = keyof typeof WEBHOOK_EVENTS;

/** What a receiver is. `json` is a server of yours; the others are robots in a group's chat, each at its own platform's host. */
export const WEBHOOK_TEMPLATES = {
  json: { hosts: [] },
  wecom: { hosts: ['qyapi.weixin.qq.com'] },
  dingtalk: { hosts: ['oapi.dingtalk.com'] },
  feishu: { hosts: ['open.feishu.cn', 'open.larksuite.com'] },
  slack: { hosts: ['hooks.slack.com'] },
} as const satisfies Record<string, { readonly hosts: readonly string[] }>;
export type WebhookTemplate = keyof typeof WEBHOOK_TEMPLATES;

/** Body of a webhook with the template `json`. A conversion of a session names visitor and session; one that a server told of, what stands for the user at the edge. `id` is the same however often it is sent, as in its header `webhook-id`. */
export type WebhookBody = { readonly id: string; readonly timestamp: string; readonly site: string } & (
  | { readonly type: 'message'; readonly data: { readonly visitor: string; readonly session: string } & Omit<Exposure, 'trace'> }
  | { readonly type: 'conversion'; readonly data: ({ readonly visitor: string; readonly session: string } | { readonly user: string }) & Goal }
  | { readonly type: 'request'; readonly data: Omit<RequestRow, 'status' | 'answeredBy' | 'answeredAt'> }
);

/** `GET …/webhooks`. `host`: of its address, the rest of which is told nowhere. `secrets`: how many sign. Deliveries are told for as long as they can be replayed. */
export interface WebhookRow {
  readonly id: string; readonly host: string; readonly template: WebhookTemplate; readonly events: readonly WebhookEvent[]; readonly secrets: number; readonly at: EpochMs;
  readonly waiting: number; readonly delivered: number; readonly givenUp: number;
  /** What the last attempt was answered that failed: a status, a robot's own code, or why there was none. */
  readonly failure?: string;
}
