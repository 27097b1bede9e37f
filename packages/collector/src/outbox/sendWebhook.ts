import type { EpochMs, Milliseconds, WebhookBody } from '@tactful/protocol';
import type { Webhook } from '../store/webhookStore.ts';
import type { Sent } from './deliverDue.ts';
import { judgeUrl, type HookHosts } from './judgeUrl.ts';
import { TEMPLATES } from './TEMPLATES.ts';

const PATIENCE: Milliseconds = 10_000;
/** Of an answer; robots say in it whether they took it. */
const READ_BYTES = 2_048;

async function beginningOf(response: Response): Promise<string> {
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  let text = '';
  while (reader && text.length < READ_BYTES) {
    const { done, value } = await reader.read();
    if (done) return text;
    text += decoder.decode(value as Uint8Array, { stream: true });
  }
  await reader?.cancel();
  return text.slice(0, READ_BYTES);
}

/** Sends an event once, follows nobody elsewhere, and looks at the answer. Never throws. */
export async function sendWebhook(webhook: Webhook, event: WebhookBody, { hosts, now }: { readonly hosts: HookHosts; readonly now: EpochMs }): Promise<Sent> {
  // The list may have changed since.
  const wrong = judgeUrl(webhook.url, webhook.template, hosts);
  if (wrong) return { ok: false, failure: wrong };
  const { write, refusal } = TEMPLATES[webhook.template];
  try {
    const { url, headers, body } = await write(webhook, event, now);
    const response = await fetch(url, { method: 'POST', headers, body, redirect: 'manual', signal: AbortSignal.timeout(PATIENCE) });
    const answer = await beginningOf(response);
    if (!response.ok) {
      const asked = response.headers.get('retry-after') ?? '', after = Number(asked) * 1_000 || Date.parse(asked) - now;
      return { ok: false, failure: `HTTP ${response.status}`, ...(after > 0 ? { after } : {}) };
    }
    const refused = refusal(answer);
    return refused === undefined ? { ok: true } : { ok: false, failure: refused };
  } catch (error) {
    // Its words may hold the address, which is a secret.
    return { ok: false, failure: error instanceof Error && error.name === 'TimeoutError' ? 'timeout' : 'unreachable' };
  }
}
