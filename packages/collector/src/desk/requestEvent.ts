import type { WebhookBody } from '@tactful/protocol';
import type { Delivery } from '../outbox/outboxStore.ts';
import type { RequestStore } from './requestStore.ts';

/** What a webhook tells of a request; undefined where it is gone. */
export function requestEvent(requests: RequestStore, site: string, { event, ref, at }: Delivery): WebhookBody | undefined {
  const row = requests.find(ref);
  if (!row) return undefined;
  const { status: _status, answeredBy: _by, answeredAt: _at, ...data } = row;
  return { id: event, timestamp: new Date(at).toISOString(), site, type: 'request', data };
}
