import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startShop } from '../../examples/shop/server.mjs';
import { callAdmin } from './harness/callAdmin.ts';
import { makeSite, SHOP, type TestSite } from './harness/makeSite.ts';
import { startWorker, type RunningWorker } from './harness/startWorker.ts';

const SOURCE = JSON.parse(readFileSync(new URL('../../examples/shop/tactful.json', import.meta.url), 'utf8'));
let running: RunningWorker;
let site: TestSite;
let shop: { origin: string; close(): Promise<unknown> };
beforeAll(async () => {
  running = await startWorker();
  site = await makeSite(running, { id: 'demo', source: SOURCE });
  shop = await startShop({ port: 0, host: running.origin, key: site.key, secret: site.secret });
});
afterAll(async () => {
  await shop.close();
  await running.close();
});

/** A customer with a cookie jar of one; follows where the shop sends. */
function customer() {
  let cookie = '';
  const visit = async (path: string, form?: Record<string, string>): Promise<{ status: number; path: string; html: string }> => {
    const response = await fetch(shop.origin + path, { redirect: 'manual', headers: { cookie }, ...(form && { method: 'POST', body: new URLSearchParams(form) }) });
    cookie = (response.headers.getSetCookie()[0] ?? cookie).split(';')[0]!;
    const to = response.headers.get('location');
    return to ? visit(to) : { status: response.status, path, html: await response.text() };
  };
  return visit;
}
type Visit = ReturnType<typeof customer>;

const due = (html: string): number => Number(/data-cents="(\d+)"/.exec(html)?.[1]);
const pushes = (html: string): { event: string; ecommerce?: Record<string, unknown> }[] => JSON.parse(/id="pushes">(.*?)<\/script>/.exec(html)![1]!);
const addMug = (visit: Visit, quantity = '2') => visit('/cart', { id: 'morning-mug', glaze: 'moss', quantity });
let claims = 0;
async function claim(offer: string): Promise<string> {
  const id = `shop-claim-${String(++claims).padStart(12, '0')}`;
  const response = await running.fetch(`/v1/offers/${offer}/claims?key=${site.key}`, { method: 'POST', headers: { origin: SHOP, 'content-type': 'text/plain' }, body: JSON.stringify({ id, visitor: `visitor-${id}` }) });
  expect(response.status).toBe(200);
  return ((await response.json()) as { code: string }).code;
}
const CARD = { cardName: 'A Customer', card: '4242 4242 4242 4242', expiry: '04/30', cvc: '123' };

async function toPayment(visit: Visit): Promise<void> {
  expect((await visit('/checkout/contact', { email: 'customer@example.com' })).path).toBe('/checkout/shipping');
  const { path, html } = await visit('/checkout/shipping', { name: 'A Customer', street: 'Lane 1', postcode: '12345', city: 'Town', method: 'standard' });
  expect(path).toBe('/checkout/payment');
  expect(pushes(html)).toEqual([expect.objectContaining({ event: 'add_shipping_info' })]);
}

it.each([['freeship', 600], ['comeback', 480]])('lets the total fall by what the coupon %s is worth', async (offer, worth) => {
  const visit = customer();
  const before = due((await addMug(visit)).html);
  expect(before).toBe(4800 + 600);
  const after = await visit('/cart/coupon', { coupon: await claim(offer) });
  expect(due(after.html)).toBe(before - worth);
});

const offerOf = async (name: string) => (await (await callAdmin(running, 'sites/demo/offers')).json() as { id: string; redeemed: number; held: number }[]).find(({ id }) => id === name)!;

it('refuses a code that another order holds, and takes it again for the same one', async () => {
  const code = await claim('freeship');
  const [first, second] = [customer(), customer()];
  await addMug(first);
  await first('/cart/coupon', { coupon: code });
  expect(due((await first('/cart/coupon', { coupon: code })).html)).toBe(4800);
  const before = due((await addMug(second)).html);
  const refused = await second('/cart/coupon', { coupon: code });
  expect(refused.html).toContain('already used for another order');
  expect(due(refused.html)).toBe(before);
});

it('refuses a code that nobody gave, and an empty one', async () => {
  const visit = customer();
  const before = due((await addMug(visit)).html);
  const unknown = await visit('/cart/coupon', { coupon: '<b>HELLO</b>' });
  expect(unknown.html).toContain('know this code');
  expect(unknown.html).not.toContain('<b>HELLO');
  expect(due(unknown.html)).toBe(before);
  expect((await visit('/cart/coupon', { coupon: ' ' })).html).toContain('type a code first');
});

it('refuses a code that expired', async () => {
  const code = await claim('comeback');
  const ended = structuredClone(SOURCE);
  ended.offers.comeback.until = '2021-01-01T00:00Z';
  const publish = (body: unknown) => callAdmin(running, 'sites/demo/config', { method: 'PUT', body, headers: { 'if-match': '*' } });
  expect((await publish(ended)).status).toBe(200);
  const visit = customer();
  const before = due((await addMug(visit)).html);
  const refused = await visit('/cart/coupon', { coupon: code });
  expect(refused.html).toContain('has expired');
  expect(due(refused.html)).toBe(before);
  expect((await publish(SOURCE)).status).toBe(200);
});

it('declines the card that ends in 0002 and says so to GA4; then sells, once', async () => {
  const visit = customer();
  await addMug(visit);
  await visit('/cart/coupon', { coupon: await claim('freeship') });
  await toPayment(visit);
  const declined = await visit('/checkout/payment', { ...CARD, card: '4000 0000 0000 0002' });
  expect(declined.status).toBe(402);
  expect(declined.html).toContain('Your card was declined');
  expect(declined.html).not.toContain('4000 0000');
  expect(pushes(declined.html).map(({ event }) => event)).toEqual(['add_payment_info', 'checkout_error']);
  const before = await offerOf('freeship');
  const order = await visit('/checkout/payment', CARD);
  expect(pushes(order.html)).toEqual([{ event: 'purchase', ecommerce: expect.objectContaining({ transaction_id: order.path.split('/')[2], value: 48, currency: 'USD', shipping: 0, coupon: 'freeship' }) }]);
  expect(pushes((await visit(order.path)).html)).toEqual([]);
  // A cart that is left cost nothing: the code is redeemed with the order.
  const { redeemed, held } = await offerOf('freeship');
  expect([before.redeemed, redeemed, before.held - held]).toEqual([0, 1, 1]);
});

it('takes a coupon off an order that comes too late for it, and says so before it sells', async () => {
  const visit = customer();
  await addMug(visit);
  const full = due((await visit('/cart')).html);
  await visit('/cart/coupon', { coupon: await claim('freeship') });
  await toPayment(visit);
  const storage = await running.worker.getDurableObjectStorage('OFFER', { name: 'demo/freeship' });
  await storage.exec('UPDATE redemptions SET held_until = 1 WHERE held_until IS NOT NULL');
  await storage.exec('UPDATE claims SET expires_at = 2, free_at = 2 WHERE free_at IS NOT NULL');
  const late = await visit('/checkout/payment', CARD);
  expect([late.path, due(late.html)]).toEqual(['/checkout/payment', full]);
  expect(late.html).toContain('has expired');
  const order = await visit('/checkout/payment', CARD);
  expect([order.path.split('/')[1], pushes(order.html)[0]!.ecommerce]).toMatchObject(['order', { shipping: 6 }]);
});

it('sends a buyer with nothing in the cart back, and marks what is missing', async () => {
  const visit = customer();
  expect((await visit('/checkout/payment')).path).toBe('/cart');
  await addMug(visit);
  const wrong = await visit('/checkout/contact', { email: 'nobody' });
  expect(wrong.status).toBe(422);
  expect(wrong.html.match(/aria-invalid="true"/g)).toHaveLength(1);
  expect((await visit('/nowhere')).status).toBe(404);
});
