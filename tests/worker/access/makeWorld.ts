import { signStaff } from '../../../packages/collector/src/staff/signStaff.ts';
import { callAdmin } from '../harness/callAdmin.ts';
import { makeExposure, makeSummary } from '../harness/makeSummary.ts';
import { sendEvents } from '../identity/signed.ts';
import { SESSION_SECRET, type RunningWorker } from '../harness/startWorker.ts';

export type SiteName = 'mine' | 'theirs';
export const SITES: readonly SiteName[] = ['mine', 'theirs'];
export const SHARDS = 2;
/** Stands in whatever is kept of a site; whoever has no right to it must never be answered it. */
export const MARK: Readonly<Record<SiteName, string>> = { mine: 'mineskept', theirs: 'theirskept' };
export const PAGE: Readonly<Record<SiteName, string>> = { mine: 'https://mine.example.com', theirs: 'https://theirs.example.com' };
const PASSWORD = 'a long enough password';

/** Ids of what a site keeps, by the names that paths have for them. */
export type Ids = Readonly<Record<string, string>>;
export const idsOf = (site: SiteName): Ids => ({
  site, campaign: `${MARK[site]}-live`, offer: `${MARK[site]}-pool`, id: `${MARK[site]}-pool`, request: `${MARK[site]}-request-0000`,
  session: `${MARK[site]}session`.padEnd(22, 'x'), visitor: `${MARK[site]}visitor`.padEnd(22, 'x'), email: `spare@${MARK[site]}.example`,
  user: `${MARK[site]}-user`, identity: `${MARK[site]}-key`, webhook: `${MARK[site]}-hook`,
});

const sourceOf = (site: SiteName): object => {
  const { campaign, offer } = idsOf(site);
  const row = { trigger: { any: [{ on: 'page', page: 'checkout' }] }, message: { kind: 'card', title: { en: MARK[site], 'zh-Hans': MARK[site] } } };
  return {
    v: 1, site: { currency: 'EUR' }, pages: [{ id: 'checkout', match: ['/checkout/*'], type: 'checkout' }],
    campaigns: [{ id: campaign, status: 'live', ...row }, { id: `${MARK[site]}-paused`, status: 'paused', ...row }],
    offers: { [offer!]: { mode: 'pool', budget: 5 } },
  };
};

export interface World {
  readonly keys: Readonly<Record<SiteName, string>>;
  readonly publish: (site: SiteName, source?: object) => Promise<Response>;
  readonly account: (email: string, roles: Readonly<Partial<Record<SiteName, string>>>) => Promise<void>;
  /** A cookie of a session of its own. `issuedAt`: seconds since the epoch; default: now. */
  readonly cookie: (email: string, issuedAt?: number) => Promise<string>;
  /** The site's secret key, made anew. */
  readonly secret: (site: SiteName) => Promise<string>;
}

/** Two sites, each with something of everything that is kept. */
export async function makeWorld(running: RunningWorker): Promise<World> {
  const ask = async (path: string, how: Parameters<typeof callAdmin>[2]): Promise<Response> => {
    const answer = await callAdmin(running, path, how);
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer;
  };
  const keys: Partial<Record<SiteName, string>> = {};
  const world: World = {
    keys: keys as Record<SiteName, string>,
    publish: (site, source = sourceOf(site)) => ask(`sites/${site}/config`, { method: 'PUT', body: source, headers: { 'if-match': '*' } }),
    account: async (email, roles) => {
      await ask('staff', { method: 'POST', body: { email, password: PASSWORD, role: 'viewer', sites: Object.keys(roles) } });
      for (const [site, role] of Object.entries(roles)) await ask(`sites/${site}/staff/${email}`, { method: 'PUT', body: { role } });
    },
    cookie: async (email, issuedAt = Math.floor(Date.now() / 1_000)) => `__Host-tactful=${await signStaff(SESSION_SECRET, email, issuedAt)}`,
    secret: async (site) => ((await (await ask(`sites/${site}/secret`, { method: 'POST' })).json()) as { secret: string }).secret,
  };
  const { DB } = await running.worker.getEnv() as { DB: D1Database };
  for (const site of SITES) {
    const made = await ask('sites', { method: 'POST', body: { id: site, name: `${MARK[site]} shop`, origins: [PAGE[site]], shards: SHARDS } });
    keys[site] = ((await made.json()) as { key: string }).key;
    await world.publish(site);
    const { campaign, session, visitor, offer, request, email, user, identity, webhook } = idsOf(site);
    await ask(`sites/${site}/offers/${offer}/pool`, { method: 'PUT', body: { codes: [`${MARK[site]}-code-1`, `${MARK[site]}-code-2`] } });
    await world.account(email!, { [site]: 'viewer' });
    await DB.prepare('INSERT INTO identity_keys (site, id, at) VALUES (?, ?, 1)').bind(site, identity).run();
    const told = await sendEvents(running, await world.secret(site), [{ id: 'e1', user, attributes: { tier: MARK[site] } }]);
    if (told.status !== 202) throw new Error(`events: ${told.status} ${await told.text()}`);
    const send = async (path: string, body: object): Promise<void> => {
      const answer = await running.fetch(`${path}?key=${keys[site]}`, { method: 'POST', headers: { origin: PAGE[site] }, body: JSON.stringify(body) });
      if (answer.status !== 202) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    };
    const exposure = makeExposure({ id: `${MARK[site]}exposure`, campaign: campaign! });
    await send('/v1/summaries', { v: 1, key: keys[site], sentAt: 61_000, sessions: [makeSummary({ visitor: visitor!, session: session!, exposures: [exposure] })] });
    await ask(`sites/${site}/webhooks`, { method: 'POST', body: { id: webhook, url: `https://oapi.dingtalk.com/robot/send?access_token=${MARK[site]}`, template: 'dingtalk', events: ['conversion'] } });
    await send('/v1/requests', { id: request, name: MARK[site], contact: `${MARK[site]}@example.com`, text: MARK[site], locale: 'en' });
  }
  return world;
}
