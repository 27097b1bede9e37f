import { AGENT } from '../../doubles/AGENT.ts';
import { SHOP, type TestSite } from '../harness/makeSite.ts';
import { makeExposure, makeGoal, makeSummary } from '../harness/makeSummary.ts';
import { patiently } from '../harness/patiently.ts';
import { STALL } from '../harness/STALL.ts';
import { DEPLOY_TOKEN, type RunningWorker } from '../harness/startWorker.ts';
import { placesOf } from './placesOf.ts';

export interface AbuseOptions {
  /** Bodies as they stand, which may be no JSON at all. */
  readonly bodies: readonly (string | Uint8Array)[];
  /** Texts that are put, in turn, where texts may stand: in bodies, addresses and headers. */
  readonly texts: readonly string[];
  /** Requests under way. */
  readonly atOnce?: number;
  /** Hears of each answer. */
  step?(): void;
}

export interface Abuse {
  readonly requests: number;
  /** Answers by their status. */
  readonly statuses: Readonly<Record<number, number>>;
  /** What was answered with 500 or above, or not at all, or refused without a code of the table. */
  readonly broken: readonly { readonly to: string; readonly status: number; readonly said: string }[];
}

interface Target { readonly to: string; readonly method: string; readonly headers: Readonly<Record<string, string>>; readonly body: unknown }

/** Every route that reads a body, with a body that it would take. */
function targetsOf({ id, key, secret }: TestSite): readonly Target[] {
  const page = { origin: SHOP, 'content-type': 'text/plain', 'user-agent': AGENT };
  const json = { 'content-type': 'application/json' };
  const summary = makeSummary({
    visitor: 'v1', session: 's1', counts: { clicks: 2 }, signals: { 'save-workflow': { count: 1, longestRun: 1 } }, gates: { stall: { trigger: 1 } },
    exposures: [makeExposure({ id: 'e1' })], goals: [makeGoal({ id: 'g1' })], loss: { early: 1 },
  });
  return [
    { to: `/v1/summaries?key=${key}`, method: 'POST', headers: page, body: { v: 1, key, sentAt: 61_000, sessions: [summary] } },
    { to: `/v1/requests?key=${key}`, method: 'POST', headers: page, body: { id: 'request-0123456789abcdef', name: 'Ada', contact: 'ada@example.com', text: 'Hello', locale: 'en', campaign: 'stall', shared: { pages: { checkout: { views: 2, activeMs: 9 } }, cart: { items: 0 }, errors: 1, formErrors: 3, tried: ['stall'] } } },
    { to: `/v1/offers/freeship/claims?key=${key}`, method: 'POST', headers: page, body: { id: 'claim-0123456789abcdefgh', visitor: 'v1' } },
    { to: '/v1/offers/freeship/redemptions', method: 'POST', headers: { ...json, authorization: `Bearer ${secret}` }, body: { code: '7K2MV-Q09XA-3DZRT', orderId: 'order-1' } },
    { to: '/v1/events', method: 'POST', headers: { ...json, authorization: `Bearer ${secret}` }, body: { events: [{ id: 'e1', user: 'u-1', at: Date.now(), name: 'purchase', props: { value: 5, currency: 'EUR', transaction_id: 'T-1' }, attributes: { tier: 'vip', spent: 5 } }] } },
    { to: `/v1/previews?key=${key}`, method: 'POST', headers: page, body: { token: 'a.b.c' } },
    { to: `/v1/admin/sites/${id}/config`, method: 'PUT', headers: { ...json, authorization: `Bearer ${DEPLOY_TOKEN}`, 'if-match': '*' }, body: STALL },
    { to: '/v1/admin/sites', method: 'POST', headers: { ...json, authorization: `Bearer ${DEPLOY_TOKEN}` }, body: { name: 'Other', id: 'other', origins: [SHOP] } },
    { to: '/v1/admin/staff', method: 'POST', headers: { ...json, authorization: `Bearer ${DEPLOY_TOKEN}` }, body: { email: 'ada@example.com', password: 'long enough a word', sites: [id] } },
  ];
}

/** Addresses with a text in them, percent-encoded as browsers do. */
function addressesOf({ key }: TestSite, text: string): readonly string[] {
  const own = encodeURIComponent(text.toWellFormed());
  return [`/v1/config?v=1&key=${own}&locale=en`, `/v1/config?v=1&key=${key}&locale=${own}`, `/v1/visitors/${own}`, `/v1/users/${own}`, `/v1/profile?key=${own}`, `/v1/admin/sites/${own}/overview`, `/v/${own}/tactful.js`, `/${own}`];
}

/** Sends all of it to every route and looks at the answers: a refusal has a code of the table, and nothing breaks. */
export async function playAbuse(running: Pick<RunningWorker, 'fetch'>, site: TestSite, { bodies, texts, atOnce = 16, step = () => undefined }: AbuseOptions): Promise<Abuse> {
  const statuses: Record<number, number> = {};
  const broken: { to: string; status: number; said: string }[] = [];
  let requests = 0;
  const send = async (to: string, init: RequestInit): Promise<void> => {
    const response = await patiently(() => running.fetch(to, { redirect: 'manual', ...init })).catch((error: Error) => ({ status: 0, text: async () => String(error) }));
    const said = await response.text();
    requests++;
    statuses[response.status] = (statuses[response.status] ?? 0) + 1;
    const coded = response.status < 400 || /^\{"error":\{"code":"\w+"/.test(said) || init.method === 'GET' && response.status === 404;
    if (response.status === 0 || response.status >= 500 || !coded) broken.push({ to, status: response.status, said: said.slice(0, 200) });
    step();
  };
  function* all(): Generator<() => Promise<void>> {
    for (const { to, method, headers, body } of targetsOf(site)) {
      for (const own of bodies) yield () => send(to, { method, headers, body: own as string });
      const places = placesOf(body);
      for (const [at, text] of texts.entries()) yield () => send(to, { method, headers, body: JSON.stringify(places[at % places.length]!(text)) });
    }
    for (const text of texts) for (const to of addressesOf(site, text)) yield () => send(to, { method: 'GET', headers: { origin: SHOP, authorization: `Bearer ${site.secret}` } });
  }
  const rest = all();
  await Promise.all(Array.from({ length: atOnce }, async () => { for (const call of rest) await call(); }));
  return { requests, statuses, broken };
}
