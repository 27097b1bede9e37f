import type { WebhookTemplate } from '@tactful/protocol';
import { expect, it } from 'vitest';
import { judgeUrl } from './judgeUrl.ts';

const WEBHOOK_HOSTS = 'hooks.example.com, CRM.example.com';

it.each([
  ['https://hooks.example.com/a?b', 'json', undefined], ['https://crm.example.com/', 'json', undefined], ['https://HOOKS.example.com:443/', 'json', undefined],
  ['https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=x', 'wecom', undefined], ['https://oapi.dingtalk.com/robot/send?access_token=x', 'dingtalk', undefined],
  ['https://open.feishu.cn/open-apis/bot/v2/hook/x', 'feishu', undefined], ['https://open.larksuite.com/open-apis/bot/v2/hook/x', 'feishu', undefined], ['https://hooks.slack.com/services/T/B/x', 'slack', undefined],
  ['http://hooks.example.com/a', 'json', 'bad_url'], ['https://hooks.example.com:8443/a', 'json', 'bad_url'], ['https://u:p@hooks.example.com/', 'json', 'bad_url'], ['https://u@hooks.example.com/', 'json', 'bad_url'],
  ['https://hooks.example.com/#a', 'json', 'bad_url'], ['ftp://hooks.example.com/', 'json', 'bad_url'], ['javascript:hit()', 'json', 'bad_url'], ['nonsense', 'json', 'bad_url'], ['', 'json', 'bad_url'],
  ['https://127.0.0.1/', 'json', 'bad_url'], ['https://[::1]/', 'json', 'bad_url'], ['https://[::ffff:10.0.0.1]/', 'json', 'bad_url'], ['https://0x7f.1/', 'json', 'bad_url'], ['https://2130706433/', 'json', 'bad_url'],
  ['https://0177.0.0.1/', 'json', 'bad_url'], ['https://169.254.169.254/', 'json', 'bad_url'], ['http://127.0.0.1:8787/', 'json', 'bad_url'],
  ['https://evil.example/', 'json', 'bad_host'], ['https://hooks.example.com.evil.example/', 'json', 'bad_host'], ['https://hooks.example.com./', 'json', 'bad_host'], ['https://a.hooks.example.com/', 'json', 'bad_host'],
  ['https://localhost/', 'json', 'bad_host'], ['https://hooks.slack.com/', 'json', 'bad_host'], ['https://hooks.example.com/', 'slack', 'bad_host'], ['https://oapi.dingtalk.com/', 'wecom', 'bad_host'],
] as const)('judges %s for %s: %s', (url, template, expected) => {
  expect(judgeUrl(url, template as WebhookTemplate, { WEBHOOK_HOSTS })).toBe(expected);
});

it('opens nothing where no host is named', () => {
  expect(judgeUrl('https://hooks.example.com/', 'json', {})).toBe('bad_host');
});

it('takes one origin of this machine for tests, and no other thing for one', () => {
  const judge = (url: string, WEBHOOK_TEST_ORIGIN: string) => judgeUrl(url, 'json', { WEBHOOK_TEST_ORIGIN });
  expect(judge('http://127.0.0.1:8080/in', 'http://127.0.0.1:8080')).toBeUndefined();
  expect(judge('http://127.0.0.1:8081/in', 'http://127.0.0.1:8080')).toBe('bad_url');
  for (const origin of ['http://10.0.0.1:80', 'http://evil.example', 'https://evil.example', 'http://127.0.0.1:8080.evil.example']) expect(judge(`${origin}/`, origin)).toMatch(/^bad_/);
});
