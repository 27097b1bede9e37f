import { afterEach, expect, it, vi } from 'vitest';
import type { PixelEvent } from './PixelApi.ts';
import { startPixel } from './startPixel.ts';

const TOLD = { visitor: 'v'.repeat(22), session: 's'.repeat(22), site: 'shop', config: 'c1', context: { device: 'desktop', locale: 'en', referrer: 'direct' } };
const ORDER = { data: { checkout: { token: 't', order: { id: '1' }, totalPrice: { amount: 41, currencyCode: 'EUR' }, lineItems: [{ quantity: 2 }] } } };

/** One tab of a shop with a pixel, and a network that answers as it is told. */
function open(kept = new Map<string, string>()) {
  const heard: Record<string, (event: PixelEvent) => void> = {};
  const sent: any[] = [];
  const net = { status: 202 };
  vi.stubGlobal('fetch', async (_url: string, { body }: { body: string }) => {
    sent.push(JSON.parse(body));
    if (!net.status) throw new TypeError('offline');
    return { ok: net.status < 300, status: net.status };
  });
  const sessionStorage = {
    getItem: async (key: string) => kept.get(key) ?? null, setItem: async (key: string, value: string) => void kept.set(key, value), removeItem: async (key: string) => void kept.delete(key),
  };
  startPixel({ analytics: { subscribe: (event, run) => { heard[event] = run; } }, browser: { sessionStorage }, now: () => 1_000 }, { key: 'pk', apiHost: 'https://cx.example.com' });
  /** Told, and all that follows from it done. */
  const tell = async (event: string, told: PixelEvent): Promise<void> => {
    heard[event]!(told);
    for (let turn = 0; turn < 30; turn++) await Promise.resolve();
  };
  return { kept, sent, net, tell };
}
afterEach(() => vi.unstubAllGlobals());

it('an order seen twice is one goal, told once', async () => {
  const { sent, tell } = open();
  await tell('tactful:visitor', { customData: TOLD });
  await tell('checkout_completed', ORDER);
  await tell('checkout_completed', ORDER);
  expect(sent.map(({ sessions: [one] }) => [one.seq, one.goals.length, one.counts])).toEqual([[1, 1, { purchase: 1 }]]);
});

it('what could not be delivered goes with the next page, under the same part and number', async () => {
  const one = open();
  one.net.status = 0;
  await one.tell('tactful:visitor', { customData: TOLD });
  await one.tell('checkout_completed', ORDER);
  const other = open(one.kept);
  await other.tell('tactful:visitor', { customData: TOLD });
  expect(other.sent[0].sessions).toEqual(one.sent[0].sessions);
  const third = open(one.kept);
  await third.tell('tactful:visitor', { customData: TOLD });
  expect(third.sent).toEqual([]);
});

it('withdrawn: what was kept goes, and nothing more is sent', async () => {
  const { kept, sent, tell } = open();
  await tell('tactful:visitor', { customData: TOLD });
  expect(kept.size).toBe(1);
  await tell('tactful:visitor', { customData: {} });
  expect(kept.size).toBe(0);
  await tell('checkout_completed', ORDER);
  expect(sent).toEqual([]);
});

it.each([null, {}, { ...TOLD, visitor: 'ann@example.com' }, { ...TOLD, session: 7 }])('takes no visitor from %o', async (customData) => {
  const { kept, sent, tell } = open();
  await tell('tactful:visitor', { customData });
  await tell('checkout_completed', ORDER);
  expect([kept.size, sent]).toEqual([0, []]);
});
