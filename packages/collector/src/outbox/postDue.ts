import type { EpochMs } from '@tactful/protocol';
import { createWebhookStore } from '../store/webhookStore.ts';
import { deliverDue, type Post } from './deliverDue.ts';
import type { HookHosts } from './judgeUrl.ts';
import { sendWebhook } from './sendWebhook.ts';

/** Delivers what an object's outbox has due, to the site's webhooks as they stand now. @returns when something is due again */
export async function postDue(env: HookHosts & Pick<Env, 'DB'>, site: string, own: Pick<Post, 'outbox' | 'write'>): Promise<EpochMs | undefined> {
  const webhooks = await createWebhookStore(env.DB).list(site);
  return deliverDue({ ...own, webhooks, now: Date.now, dice: Math.random, send: (webhook, event) => sendWebhook(webhook, event, { hosts: env, now: Date.now() }) });
}
