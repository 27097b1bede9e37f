import type { IntakeAnswer } from '@tactful/protocol';
import { AGENT } from '../../doubles/AGENT.ts';
import { SHOP, type TestSite } from './makeSite.ts';
import type { RunningWorker } from './startWorker.ts';

/** Sends a body as a page does: text, with an origin. */
export function sendBody(running: RunningWorker, site: TestSite, body: string | Uint8Array, headers: Record<string, string> = {}): Promise<Response> {
  return running.fetch(`/v1/summaries?key=${site.key}`, { method: 'POST', headers: { 'content-type': 'text/plain', origin: SHOP, 'user-agent': AGENT, ...headers }, body: body as string });
}

/** Sends summaries and hands back the answer, which must be a `202`. */
export async function sendSummaries(running: RunningWorker, site: TestSite, sessions: readonly unknown[], sentAt = 61_000): Promise<IntakeAnswer> {
  const response = await sendBody(running, site, JSON.stringify({ v: 1, key: site.key, sentAt, sessions }));
  if (response.status !== 202) throw new Error(`intake: ${response.status} ${await response.text()}`);
  return await response.json() as IntakeAnswer;
}

