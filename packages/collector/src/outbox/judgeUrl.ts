import { WEBHOOK_TEMPLATES, type IssueCode, type WebhookTemplate } from '@tactful/protocol';

/** Where webhooks may go. */
export interface HookHosts {
  /** Hosts beyond the robots' own, apart by blanks or commas; each exactly as in an address. */
  readonly WEBHOOK_HOSTS?: string;
  /** Only for tests: one more origin, on this very machine. `/v1/health` says when it is set. */
  readonly WEBHOOK_TEST_ORIGIN?: string;
}

const isLiteral = (hostname: string): boolean => hostname.startsWith('[') || /^\d+(\.\d+){3}$/.test(hostname);

/**
 * What is wrong with an address that a webhook is to go to; nothing where it may. It is `https`, on the standard port, names no user and
 * no IP address (however written: the platform's parser makes one form of all), and its host is on the list.
 */
export function judgeUrl(text: string, template: WebhookTemplate, { WEBHOOK_HOSTS = '', WEBHOOK_TEST_ORIGIN = '' }: HookHosts): IssueCode | undefined {
  if (!URL.canParse(text)) return 'bad_url';
  const { protocol, hostname, host, origin, username, password, hash } = new URL(text);
  if (username || password || hash) return 'bad_url';
  if (/^http:\/\/127\.0\.0\.1:\d+$/.test(WEBHOOK_TEST_ORIGIN) && origin === WEBHOOK_TEST_ORIGIN) return undefined;
  if (protocol !== 'https:' || host !== hostname || isLiteral(hostname)) return 'bad_url';
  const hosts: readonly string[] = template === 'json' ? WEBHOOK_HOSTS.toLowerCase().split(/[\s,]+/).filter(Boolean) : WEBHOOK_TEMPLATES[template].hosts;
  return hosts.includes(hostname) ? undefined : 'bad_host';
}
