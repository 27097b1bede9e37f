import type { EpochMs, WebhookBody, WebhookTemplate } from '@tactful/protocol';
import { base64 } from '../secret/base64.ts';
import { hmac } from '../secret/hmac.ts';
import type { Webhook } from '../store/webhookStore.ts';
import { robotText } from './robotText.ts';

/** What is sent. */
export interface Outgoing { readonly url: string; readonly headers: Readonly<Record<string, string>>; readonly body: string }
type Write = (webhook: Pick<Webhook, 'url' | 'secrets'>, event: WebhookBody, now: EpochMs) => Promise<Outgoing>;

interface Template {
  readonly write: Write;
  /** What a robot calls its refusal, though it answered 200; undefined: it took it. */
  readonly refusal: (answer: string) => string | undefined;
}

const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' };
const seconds = (now: EpochMs): string => String(Math.floor(now / 1_000));

/** A number of the answer under one of these names that is not 0. */
const coded = (...names: readonly string[]) => (answer: string): string | undefined => {
  try {
    const said = JSON.parse(answer) as Record<string, unknown>;
    const name = names.find((one) => typeof said[one] === 'number');
    return name === undefined ? 'no code' : said[name] === 0 ? undefined : `${name} ${String(said[name])}`;
  } catch {
    return 'no JSON';
  }
};
const taken = (): undefined => undefined;

/**
 * How each receiver is spoken to. `json` is signed as Standard Webhooks say: HMAC-SHA256 over id, time and body, one signature for each secret that is active.
 * @see https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 * @see https://developer.work.weixin.qq.com/document/path/91770
 * @see https://open.dingtalk.com/document/robots/customize-robot-security-settings
 * @see https://open.feishu.cn/document/client-docs/bot-v3/add-custom-bot
 * @see https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks
 */
export const TEMPLATES: Readonly<Record<WebhookTemplate, Template>> = {
  json: {
    refusal: taken,
    async write({ url, secrets }, event, now) {
      const body = JSON.stringify(event), at = seconds(now);
      const signatures = await Promise.all(secrets.map(async (secret) => {
        const key = Uint8Array.from(atob(secret.replace(/^whsec_/, '')), (char) => char.charCodeAt(0));
        return `v1,${base64(await hmac(key, `${event.id}.${at}.${body}`))}`;
      }));
      return { url, body, headers: { ...JSON_TYPE, 'webhook-id': event.id, 'webhook-timestamp': at, 'webhook-signature': signatures.join(' ') } };
    },
  },
  wecom: {
    refusal: coded('errcode'),
    write: async ({ url }, event) => ({ url, headers: JSON_TYPE, body: JSON.stringify({ msgtype: 'text', text: { content: robotText(event, 'zh') } }) }),
  },
  dingtalk: {
    refusal: coded('errcode'),
    async write({ url, secrets: [secret] }, event, now) {
      const to = new URL(url);
      if (secret !== undefined) {
        to.searchParams.set('timestamp', String(now));
        to.searchParams.set('sign', base64(await hmac(secret, `${now}\n${secret}`)));
      }
      return { url: to.href, headers: JSON_TYPE, body: JSON.stringify({ msgtype: 'text', text: { content: robotText(event, 'zh') } }) };
    },
  },
  feishu: {
    refusal: coded('code', 'StatusCode'),
    async write({ url, secrets: [secret] }, event, now) {
      const at = seconds(now);
      // The key is time and secret, and nothing is signed with it: so its documentation says.
      const signed = secret === undefined ? {} : { timestamp: at, sign: base64(await hmac(`${at}\n${secret}`, '')) };
      return { url, headers: JSON_TYPE, body: JSON.stringify({ ...signed, msg_type: 'text', content: { text: robotText(event, 'zh') } }) };
    },
  },
  slack: {
    refusal: taken,
    write: async ({ url }, event) => ({ url, headers: JSON_TYPE, body: JSON.stringify({ text: robotText(event, 'en').replaceAll('&', '&amp;'), mrkdwn: false, unfurl_links: false }) }),
  },
};
