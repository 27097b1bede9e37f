import { goalId } from '@tactful/engine';
import type { EpochMs, Milliseconds, Summary } from '@tactful/protocol';
import { VERSION } from '../../version.ts';
import type { PixelApi, PixelEvent } from './PixelApi.ts';
import { VISITOR_EVENT, type PublishedVisitor } from '../VISITOR_EVENT.ts';

export interface PixelOptions {
  /** Public site key. */
  readonly key: string;
  /** The collector's origin. */
  readonly apiHost: string;
}

/** Shopify's steps of a checkout: the GA4 event that each is, and how far it takes the cart. */
const STEPS: Readonly<Record<string, readonly [event: string, stage: Summary['cart']['stage']]>> = {
  checkout_started: ['begin_checkout', 'checkout'],
  checkout_shipping_info_submitted: ['add_shipping_info', 'checkout'],
  payment_info_submitted: ['add_payment_info', 'payment'],
  checkout_completed: ['purchase', 'purchased'],
};

/** What the pixel keeps for the tab: whom the storefront told of, and the checkout so far, as one part of that session. */
interface Kept {
  readonly told: PublishedVisitor;
  readonly part: string;
  readonly startedAt: EpochMs;
  seq: number;
  durationMs: Milliseconds;
  /** An answer was had for all of it. */
  sent: boolean;
  counts: Record<string, number>;
  cart: Summary['cart'];
  goals: Summary['goals'];
}

const ID = /^[\w-]{8,64}$/;
const isVisitor = (data: any): data is PublishedVisitor =>
  !!data && [data.visitor, data.session].every((id) => ID.test(id)) && [data.site, data.config].every((id) => typeof id == 'string') && !!data.context;
const random = (): string => Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, '0')).join('');

/**
 * The reporting half for Shopify's checkout, where no script of a theme runs: takes over the visitor whom the storefront told of, and
 * sends the checkout's steps and the order as a part of the same session. Without such a visitor (no consent, no storefront) it sends
 * nothing and keeps nothing. It reads no names, addresses or products. https://shopify.dev/docs/api/web-pixels-api
 */
export function startPixel({ analytics, browser, now = Date.now }: PixelApi, { key, apiHost }: PixelOptions): void {
  // The storefront's part of the tab keeps its own under `tactful:<key>`, in the same storage.
  const name = 'tactful-pixel:' + key;
  const { sessionStorage } = browser;
  const read = async (): Promise<Kept | undefined> => {
    try {
      const kept = JSON.parse(await sessionStorage.getItem(name) || 'null');
      return kept && isVisitor(kept.told) ? kept : undefined;
    } catch (_error) {
      // Blocked, or written by something else: as if nothing were there.
      return undefined;
    }
  };
  const write = (kept: Kept): Promise<unknown> => sessionStorage.setItem(name, JSON.stringify(kept));
  const send = async (kept: Kept): Promise<void> => {
    const { told, part, seq, startedAt, durationMs, counts, cart, goals } = kept;
    const session: Summary = {
      session: told.session, visitor: told.visitor, part, seq, sdk: VERSION, config: told.config, model: '', bot: 0,
      context: told.context as Summary['context'], startedAt, durationMs, activeMs: 0,
      pages: {}, counts, signals: {}, cart, features: {}, intents: {}, snapshots: [], gates: {}, exposures: [], goals, loss: {},
    };
    const answer = await fetch(`${apiHost}/v1/summaries?key=${encodeURIComponent(key)}`, {
      method: 'POST', keepalive: true, credentials: 'omit', referrerPolicy: 'no-referrer', headers: { 'content-type': 'text/plain' },
      body: JSON.stringify({ v: 1, key, sentAt: now(), sessions: [session] }),
    });
    // What was refused for good is not sent again.
    if (answer.ok || answer.status < 500 && answer.status != 429) await write({ ...kept, sent: true });
  };
  // One after the other: what is kept is read, changed and written.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = (run: () => Promise<unknown>): void => {
    last = last.then(run).catch(() => undefined);
  };
  const step = async (event: string, { data }: PixelEvent): Promise<void> => {
    const kept = await read();
    const found = STEPS[event];
    const { checkout = {} } = Object(data);
    if (!kept || !found) return;
    const at = now();
    const [counted, stage] = found;
    const { amount, currencyCode } = Object(checkout.totalPrice);
    const money = Number.isFinite(Number(amount)) && amount != null && currencyCode ? { value: Number(amount), currency: String(currencyCode) } : {};
    const lines: readonly { readonly quantity?: number }[] = checkout.lineItems || [];
    const items = lines.reduce((sum, { quantity = 1 }) => sum + quantity, 0);
    if (counted == 'purchase') {
      const id = goalId(kept.told.site, counted, String(Object(checkout.order).id || checkout.token));
      if (kept.goals.some((goal) => goal.id == id)) return;
      kept.goals = [...kept.goals, { id, event: counted, at, ...money }];
    }
    kept.counts[counted] = (kept.counts[counted] || 0) + 1;
    kept.cart = { stage, items: counted == 'purchase' ? 0 : items, idleMs: 0, revisits: 0, ...money, ...(counted == 'purchase' && 'value' in money && { value: 0 }) };
    const next = { ...kept, seq: kept.seq + 1, durationMs: Math.max(0, at - kept.startedAt), sent: false };
    await write(next);
    await send(next);
  };
  analytics.subscribe(VISITOR_EVENT, ({ customData }) => inTurn(async () => {
    if (!isVisitor(customData)) return sessionStorage.removeItem(name);
    const kept = await read();
    const same = kept && kept.told.visitor == customData.visitor && kept.told.session == customData.session;
    const at = now();
    await write(same ? { ...kept, told: customData } : {
      told: customData, part: random(), startedAt: at, seq: 0, durationMs: 0, sent: true, counts: {}, cart: { stage: 'none', items: 0, idleMs: 0, revisits: 0 }, goals: [],
    });
  }));
  for (const event of Object.keys(STEPS)) analytics.subscribe(event, (told) => inTurn(() => step(event, told)));
  // What an earlier page of this tab could not deliver.
  inTurn(async () => {
    const kept = await read();
    if (kept && !kept.sent) await send(kept);
  });
}
