import type { WebhookBody } from '@tactful/protocol';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { startReceiver } from '../../../../tests/worker/harness/startReceiver.ts';
import { sendWebhook } from './sendWebhook.ts';

let receiver: Awaited<ReturnType<typeof startReceiver>>;
beforeAll(async () => { receiver = await startReceiver(); });
beforeEach(() => { receiver.got.length = 0; });
afterAll(() => receiver.close());

const event: WebhookBody = { id: 'request_1', timestamp: '', site: 'shop', type: 'request', data: { id: '1', at: 0, name: '', contact: 'a', text: '', locale: 'en' } };
const send = (url = `${receiver.origin}/in?token=hidden`, test = receiver.origin) =>
  sendWebhook({ id: 'h', url, template: 'json', events: ['request'], secrets: [], at: 0 }, event, { hosts: { WEBHOOK_TEST_ORIGIN: test }, now: 1_800_000_000_000 });

it.each([301, 302, 303, 307, 308])('follows nobody elsewhere (%i)', async (status) => {
  receiver.reply = () => ({ status, headers: { location: `${receiver.origin}/elsewhere` } });
  expect(await send()).toEqual({ ok: false, failure: `HTTP ${status}` });
  expect(receiver.got.map(({ url }) => url)).toEqual(['/in?token=hidden']);
});

it.each([
  ['120', { after: 120_000 }], [new Date(1_800_000_060_000).toUTCString(), { after: 60_000 }], [new Date(1_799_999_999_000).toUTCString(), {}], ['soon', {}],
])('waits for as long as it is asked to (%s)', async (asked, wait) => {
  receiver.reply = () => ({ status: 429, headers: { 'retry-after': asked } });
  expect(await send()).toEqual({ ok: false, failure: 'HTTP 429', ...wait });
});

it('sends nothing where the address may not be asked any more', async () => {
  expect(await send(undefined, '')).toEqual({ ok: false, failure: 'bad_url' });
  expect(receiver.got).toEqual([]);
});

it('tells of what can’t be reached without its address', async () => {
  const { origin } = receiver;
  const gone = await startReceiver();
  await gone.close();
  expect(await send(`${gone.origin}/in?token=hidden`, gone.origin)).toEqual({ ok: false, failure: 'unreachable' });
  receiver.reply = () => ({ body: 'x'.repeat(1_000_000) });
  expect(await send(`${origin}/in`)).toEqual({ ok: true });
});
