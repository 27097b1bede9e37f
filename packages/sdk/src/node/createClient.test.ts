import { expect, it } from 'vitest';
import { createClient, type UserEvent } from './createClient.ts';

const answer = (status: number, body: unknown, headers: Record<string, string> = {}): Response => new Response(typeof body === 'string' ? body : JSON.stringify(body), { status, headers });
const refusal = (code: string, status: number, headers?: Record<string, string>): Response => answer(status, { error: { code, message: 'no', requestId: 'r1' } }, headers);
const made = (n: number): UserEvent[] => Array.from({ length: n }, (_, at) => ({ id: `e${at}`, user: 'u', attributes: { at } }));

/** A client whose network and clock the test holds; by default all is taken. */
function open(...answers: (() => Response)[]) {
  const sent: { url: string; ids: string[]; key: unknown }[] = [];
  const waited: number[] = [];
  const client = createClient({
    apiHost: 'https://cx.example.com/', secretKey: 'sk_x',
    async fetch(url, init) {
      const { events } = JSON.parse(String(init.body)) as { events: UserEvent[] };
      sent.push({ url, ids: events.map(({ id }) => id), key: (init.headers as Record<string, string>)['authorization'] });
      return (answers.shift() ?? (() => answer(202, { accepted: events.length, rejected: [] })))();
    },
    wait: async (ms) => void waited.push(ms),
  });
  return { client, sent, waited };
}

it('sends bodies of 20 and names what is refused by its index in the list', async () => {
  const { client, sent } = open(() => answer(202, { accepted: 20, rejected: [] }), () => answer(202, { accepted: 4, rejected: [{ index: 2, code: 'bad_user', path: 'user' }] }));
  expect(await client.events(made(25))).toEqual({ accepted: 24, rejected: [{ index: 22, code: 'bad_user', path: 'user' }] });
  expect(sent.map(({ ids }) => [ids[0], ids.length])).toEqual([['e0', 20], ['e20', 5]]);
  expect(sent[0]).toMatchObject({ url: 'https://cx.example.com/v1/events', key: 'Bearer sk_x' });
  expect(await open().client.events([])).toEqual({ accepted: 0, rejected: [] });
});

it('tries again what the table says, with back-off and no earlier than it was told, and sends the same', async () => {
  const { client, sent, waited } = open(() => { throw new TypeError('fetch failed'); }, () => answer(502, '<html>'), () => refusal('too_many_requests', 429, { 'retry-after': '9' }), () => refusal('internal', 500), () => answer(202, 'cut sho'));
  expect(await client.events(made(2))).toEqual({ accepted: 2, rejected: [] });
  expect(sent.map(({ ids }) => ids.join())).toEqual(Array(6).fill('e0,e1'));
  const steps = [[500, 1_000], [1_000, 2_000], [9_000, 9_000], [4_000, 8_000], [8_000, 16_000]] as const;
  expect(waited.map((ms, at) => ms >= steps[at]![0] && ms <= steps[at]![1])).toEqual([true, true, true, true, true]);
});

it('halves what is too large', async () => {
  const { client, sent } = open(() => refusal('body_too_large', 413), undefined as never, () => answer(202, { accepted: 1, rejected: [{ index: 0, code: 'too_long', path: 'attributes.x' }] }));
  expect(await client.events(made(4))).toEqual({ accepted: 3, rejected: [{ index: 2, code: 'too_long', path: 'attributes.x' }] });
  expect(sent.map(({ ids }) => ids.length)).toEqual([4, 2, 2]);
});

it.each([
  ['a key that is none', [() => refusal('bad_secret', 401)], { code: 'bad_secret', status: 401, requestId: 'r1' }, 1],
  ['one that is too large alone', [() => refusal('body_too_large', 413)], { code: 'body_too_large', status: 413 }, 1],
  ['a collector that wants quiet for long', [() => refusal('too_many_requests', 429, { 'retry-after': '3600' })], { code: 'too_many_requests', status: 429 }, 1],
  ['nobody there', Array(9).fill(() => { throw new TypeError('fetch failed'); }), { code: 'unreachable', status: 0 }, 6],
] as const)('gives up by an error that says why: %s', async (_name, answers, error, times) => {
  const { client, sent } = open(...answers as (() => Response)[]);
  await expect(client.events(made(1))).rejects.toMatchObject(error);
  expect(sent.length).toBe(times);
});

it('says at once what no repetition mends: an address that is none, an event that is no JSON', async () => {
  expect(() => createClient({ apiHost: 'cx.example.com', secretKey: 'sk_x' })).toThrow(TypeError);
  const { client, sent, waited } = open();
  await expect(client.events([{ id: 'e', user: 'u', name: 'purchase', props: { value: 1n as never } }])).rejects.toBeInstanceOf(TypeError);
  expect([sent, waited]).toEqual([[], []]);
});

it('waits for a date, too, as a proxy tells it', async () => {
  const { client, waited } = open(() => answer(503, '<html>', { 'retry-after': new Date(Date.now() + 40_000).toUTCString() }), () => answer(429, '', { 'retry-after': 'Thu, 01 Jan 1970 00:00:00 GMT' }));
  expect(await client.events(made(1))).toEqual({ accepted: 1, rejected: [] });
  expect(waited[0]).toBeGreaterThan(30_000);
  expect(waited[1]).toBeLessThanOrEqual(2_000);
});
