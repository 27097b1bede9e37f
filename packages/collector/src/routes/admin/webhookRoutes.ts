import { CODES, LIMITS, type WebhookRow, type WebhookTemplate } from '@tactful/protocol';
import { docs } from '#docs';
import type { AppContext } from '../../AppEnv.ts';
import { changed } from '../../answer/changed.ts';
import { refuse } from '../../answer/refuse.ts';
import { deskStub } from '../../desk/deskStub.ts';
import { judgeUrl } from '../../outbox/judgeUrl.ts';
import { base64 } from '../../secret/base64.ts';
import { randomText } from '../../secret/randomText.ts';
import { allShards } from '../../shard/allShards.ts';
import type { Webhook } from '../../store/webhookStore.ts';
import { route } from '../route.ts';
import { adminBodies, type ReplayBody, type WebhookInput, type WebhookSecretBody } from './adminBodies.ts';

const SECRETS = 2, SECRET_BYTES = 32;
const drawSecret = (): string => `whsec_${base64(crypto.getRandomValues(new Uint8Array(SECRET_BYTES)))}`;
/** A secret that is drawn here is told once; one that a robot's platform drew is known there. */
const toldOf = (secret: string | undefined): string | null => (secret?.startsWith('whsec_') ? secret : null);
/** Robots that are signed for, with a secret that their platform draws. */
const isPlatforms = (template: WebhookTemplate): boolean => template === 'dingtalk' || template === 'feishu';
const find = (c: AppContext): Promise<Webhook | null> => c.get('stores').webhooks.find(c.get('site').id, c.req.param('webhook') ?? '');

export const webhooksRoute = route({
  method: 'GET', path: '/v1/admin/sites/:site/webhooks', who: 'owner',
  docs: docs({ does: 'Where events go, and what became of them in the last days.', answers: [200, 'WebhookRow[]'] }),
  async handle(c) {
    const site = c.get('site');
    const [webhooks, shards, desk] = await Promise.all([c.get('stores').webhooks.list(site.id), allShards(c.env, site, (shard) => shard.outbox()), deskStub(c.env, site.id).outbox()]);
    const counts = [...shards.flat(), ...desk];
    return c.json(webhooks.map(({ id, url, template, events, secrets, at }): WebhookRow => {
      const own = counts.filter(({ webhook }) => webhook === id);
      const sum = (state: string): number => own.reduce((all, row) => all + (row.state === state ? row.n : 0), 0);
      const failure = own.find((row) => row.failure !== null)?.failure;
      return { id, host: new URL(url).host, template, events, secrets: secrets.length, at, waiting: sum('waiting'), delivered: sum('delivered'), givenUp: sum('given_up'), ...(failure ? { failure } : {}) };
    }));
  },
});

export const addWebhookRoute = route<WebhookInput>({
  method: 'POST', path: '/v1/admin/sites/:site/webhooks', who: 'owner', action: 'add_webhook', body: { as: 'json', ...adminBodies.webhook },
  docs: docs({
    does: `Adds one, of at most ${LIMITS.webhooks}. What happens from now on goes to it. \`json\`: to a host of WEBHOOK_HOSTS, signed with the secret in this answer, which is told nowhere else; the others: to a robot of that platform.`,
    answers: [201, '{ id, secret }'], errors: ['conflict'],
  }),
  async handle(c, { url, template, events, secret, id = `hook-${randomText(6).toLowerCase().replace(/[^a-z0-9]/g, '0')}` }) {
    const wrong = judgeUrl(url, template, c.env);
    if (wrong) return refuse(c, 'invalid', { path: 'url', issues: [{ code: wrong, path: 'url', message: CODES[wrong] }] });
    if (secret !== undefined && !isPlatforms(template)) return refuse(c, 'invalid', { path: 'secret' });
    const own = template === 'json' ? drawSecret() : secret;
    const added = await c.get('stores').webhooks.add(c.get('site').id, { id, url, template, events: [...new Set(events)], secrets: own === undefined ? [] : [own], at: Date.now() }, LIMITS.webhooks);
    if (!added) return refuse(c, 'conflict', { path: 'id' });
    changed(c, { detail: `${id}: ${template} at ${new URL(url).host} for ${events.join(', ')}` });
    return c.json({ id, secret: toldOf(own) }, 201);
  },
});

export const removeWebhookRoute = route({
  method: 'DELETE', path: '/v1/admin/sites/:site/webhooks/:webhook', who: 'owner', action: 'remove_webhook',
  docs: docs({ does: 'Removes one, and what waits for it.', answers: [200, '{}'], errors: ['not_found'] }),
  handle: async (c) => (await c.get('stores').webhooks.remove(c.get('site').id, c.req.param('webhook') ?? '') ? c.json({}) : refuse(c, 'not_found')),
});

export const webhookSecretRoute = route<WebhookSecretBody>({
  method: 'POST', path: '/v1/admin/sites/:site/webhooks/:webhook/secret', who: 'owner', action: 'rotate_webhook_secret',
  body: { as: 'json', ...adminBodies.webhookSecret },
  docs: docs({
    does: 'A new secret, told in this answer and nowhere else. The one before signs beside it until the next, or with `only` no more. Of a DingTalk or Feishu robot: takes the platform’s new one.',
    answers: [201, '{ id, secret }'], errors: ['not_found'],
  }),
  async handle(c, { secret, only }) {
    const webhook = await find(c);
    if (!webhook) return refuse(c, 'not_found');
    const { id, template, secrets } = webhook;
    if (isPlatforms(template) ? secret === undefined : secret !== undefined || template !== 'json') return refuse(c, 'invalid', { path: 'secret' });
    const next = template === 'json' ? drawSecret() : secret;
    const kept = template === 'json' && !only ? secrets.slice(0, SECRETS - 1) : [];
    await c.get('stores').webhooks.setSecrets(c.get('site').id, id, [...(next === undefined ? [] : [next]), ...kept]);
    return c.json({ id, secret: toldOf(next) }, 201);
  },
});

export const replayRoute = route<ReplayBody>({
  method: 'POST', path: '/v1/admin/sites/:site/webhooks/:webhook/replay', who: 'owner', action: 'replay_webhook',
  body: { as: 'json', ...adminBodies.replay },
  docs: docs({
    does: 'Sends again what happened since then, in epoch milliseconds: delivered or given up, as far as the last 7 days are known. Each has the id that it had.',
    answers: [202, '{ queued }'], errors: ['not_found'],
  }),
  async handle(c, { since }) {
    const webhook = await find(c);
    if (!webhook) return refuse(c, 'not_found');
    const site = c.get('site'), again = { webhook: webhook.id, since, now: Date.now() };
    const queued = await Promise.all([allShards(c.env, site, (shard) => shard.replay(site.id, again)), deskStub(c.env, site.id).replay(site.id, again)]);
    const all = queued.flat().reduce((sum, n) => sum + n, 0);
    changed(c, { detail: `${webhook.id}: ${all} events` });
    return c.json({ queued: all }, 202);
  },
});
