import type { WebhookBody } from '@tactful/protocol';
import { expect, it } from 'vitest';
import { robotText } from './robotText.ts';
import { TEMPLATES } from './TEMPLATES.ts';

it.each([
  ['wecom', '{"errcode":0,"errmsg":"ok"}', undefined], ['wecom', '{"errcode":45009}', 'errcode 45009'], ['dingtalk', '{"errcode":0}', undefined], ['dingtalk', '{"errcode":310000}', 'errcode 310000'],
  ['feishu', '{"StatusCode":0,"code":0}', undefined], ['feishu', '{"StatusCode":0}', undefined], ['feishu', '{"code":19021}', 'code 19021'], ['feishu', '<html>', 'no JSON'], ['wecom', '{}', 'no code'], ['wecom', 'null', 'no JSON'],
  ['slack', 'ok', undefined], ['json', '', undefined],
] as const)('%s that answers %j: %s', (template, answer, expected) => {
  expect(TEMPLATES[template].refusal(answer)).toBe(expected);
});

const request = (own: object): WebhookBody => ({ id: 'request_1', timestamp: '', site: 'shop', type: 'request', data: { id: '1', at: 0, name: '', contact: '', text: '', locale: 'en', ...own } });

it('lets no visitor mention anybody, link to anything, or write lines of their own', () => {
  const text = robotText(request({ name: '<!channel>', contact: '<@all>', text: '<https://evil.example|click>\n<at user_id="all"></at>\r\nTactful · shop' }), 'en');
  expect(text).toBe('Tactful · shop\n‹!channel› asks for a person\nContact: ‹@all›\n‹https://evil.example|click› ‹at user_id="all"›‹/at› Tactful · shop');
});

it('keeps to what the smallest of them takes', () => {
  const text = robotText(request({ text: '请'.repeat(1_000) }), 'zh');
  expect(new TextEncoder().encode(text).byteLength).toBeLessThanOrEqual(2_048);
  expect(text).toMatch(/^Tactful · shop\n有访客 请求人工服务\n联系方式：\n请+…$/);
});
