import type { WebhookBody } from '@tactful/protocol';
import type { Delivery } from '../outbox/outboxStore.ts';
import type { SessionStore } from './sessionStore.ts';

/** What a webhook tells of a message or a conversion, as its session stands now; undefined where that is gone. */
export function sessionEvent(sessions: SessionStore, site: string, { kind, event, ref, session, at }: Delivery): WebhookBody | undefined {
  const summary = session === null ? undefined : sessions.byId(session)?.summary;
  if (!summary) return undefined;
  const who = { visitor: summary.visitor, session: summary.session };
  const head = { id: event, timestamp: new Date(at).toISOString(), site };
  const exposure = kind === 'message' && summary.exposures.find(({ id }) => id === ref);
  if (exposure) {
    const { trace: _trace, ...told } = exposure;
    return { ...head, type: 'message', data: { ...who, ...told } };
  }
  const goal = kind === 'conversion' && summary.goals.find(({ id }) => id === ref);
  return goal ? { ...head, type: 'conversion', data: { ...who, ...goal } } : undefined;
}
