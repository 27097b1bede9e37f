import { readFileSync } from 'node:fs';
import { createRelay } from '../../../examples/miniprogram/relay.mjs';
import { makeSite, SHOP, type TestSite } from '../../worker/harness/makeSite.ts';
import { addKey } from '../../worker/identity/signed.ts';
import type { RunningWorker } from '../../worker/harness/startWorker.ts';
import { ROOT } from '../listFiles.ts';
import { openPhone } from './openPhone.ts';

const EXAMPLE = JSON.parse(readFileSync(`${ROOT}examples/miniprogram/tactful.json`, 'utf8'));
/** Everybody is shown what fires. */
const SOURCE = { ...EXAMPLE, holdout: 0, campaigns: EXAMPLE.campaigns.map((campaign: object) => ({ ...campaign, control: 0 })) };

export interface ShopPhone { readonly site: TestSite; readonly source: typeof SOURCE; readonly phone: ReturnType<typeof openPhone>;
  /** The merchant's own session is that user's from now on. */
  signIn(user: string): void;
  readonly identityKey: string;
  /** What the merchant's server answers the phone. */
  serve(request: Request): Promise<Response> }

/**
 * A site of its own with the example's campaigns, and a phone whose relay leads to it.
 * @param slow by how much the phone's clock is slow, ms
 */
export async function openShopPhone(running: RunningWorker, id: string, slow = 0): Promise<ShopPhone> {
  const site = await makeSite(running, { id, source: SOURCE });
  const { key: identityKey } = await addKey(running, site);
  let user: string | undefined;
  const fetch = (url: string, init?: RequestInit): Promise<Response> => running.fetch(url.replace('https://cx.example.com', ''), init);
  const relay = createRelay({ collector: 'https://cx.example.com', origin: SHOP, base: '/tactful', fetch, users: { key: site.key, identityKey, secretKey: site.secret, userOf: async () => user } });
  // The example names the demo's key; this site's stands in its place.
  const serve = async (request: Request): Promise<Response> => {
    const body = request.method === 'POST' ? { body: (await request.text()).replaceAll('pk_demo', site.key) } : {};
    const answer = await relay(new Request(request.url.replaceAll('pk_demo', site.key), { method: request.method, headers: request.headers, ...body }));
    // The collector's clock goes with the phone's.
    if (answer.headers.has('tactful-time')) answer.headers.set('tactful-time', String(phone.now() + slow));
    return answer;
  };
  const phone = openPhone({ serve, start: Date.now() - slow });
  const signIn = (id: string): void => { user = id; };
  return { site, source: SOURCE, phone, signIn, serve, identityKey };
}
