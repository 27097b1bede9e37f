import { ROLES, type Role } from '@tactful/protocol';
import { DEPLOY_TOKEN, SESSION_SECRET, type RunningWorker } from '../harness/startWorker.ts';
import { identityKey } from '../../../packages/collector/src/identity/identityKey.ts';
import { token } from '../identity/signed.ts';
import { idsOf, PAGE, type SiteName, type World } from './makeWorld.ts';

/** Somebody who calls a route, and by what. */
export interface Caller {
  readonly name: string;
  /** What they are to each site, by a session that holds. */
  readonly roles?: Readonly<Partial<Record<SiteName, Role>>>;
  readonly deploy?: true;
  readonly origin?: string | undefined;
  /** The site whose page the origin is. */
  readonly page?: SiteName;
  readonly key?: SiteName;
  readonly token?: true;
  /** A user of the site whom its server signed. */
  readonly signed?: SiteName;
  readonly secret?: SiteName;
  /** Made anew for each call: some routes void what they were called with. */
  readonly headers: () => Promise<Readonly<Record<string, string>>>;
}

const TOKEN = 'v'.repeat(43);
const keyOf = (site: SiteName): Promise<string> => identityKey(SESSION_SECRET, { site, id: idsOf(site)['identity']! });

/** Everybody who may try: each role, staff of another site, of both, of none any more, sessions that do not hold, keys, tokens, nobody. */
export async function makeCallers(running: RunningWorker, world: World): Promise<readonly Caller[]> {
  const own = running.origin;
  const signed = async (name: string, roles: Readonly<Partial<Record<SiteName, Role>>>): Promise<Caller> => {
    const email = `${name.replaceAll(' ', '-')}@staff.example`;
    await world.account(email, roles);
    return { name, roles, origin: own, headers: async () => ({ cookie: await world.cookie(email), origin: own }) };
  };
  const bearer = (name: string, text: () => Promise<string>, more: Omit<Caller, 'name' | 'headers'> = {}): Caller =>
    ({ name, ...more, headers: async () => ({ authorization: `Bearer ${await text()}`, ...(more.origin ? { origin: more.origin } : {}) }) });
  const ended = async (name: string, cookie: (email: string) => Promise<string>): Promise<Caller> => {
    const { headers: _headers, roles: _roles, ...rest } = await signed(name, { mine: 'owner' });
    const kept = await cookie(`${name.replaceAll(' ', '-')}@staff.example`);
    return { ...rest, headers: async () => ({ cookie: kept, origin: own }) };
  };
  const gone = await signed('owner who was removed', { mine: 'owner' });
  await running.fetch('/v1/admin/sites/mine/staff/owner-who-was-removed@staff.example', { method: 'DELETE', headers: { authorization: `Bearer ${DEPLOY_TOKEN}` } });
  return [
    { name: 'nobody', headers: async () => ({}) },
    { name: 'nobody, from the console’s origin', origin: own, headers: async () => ({ origin: own, 'x-forwarded-user': 'root', cookie: 'tactful=x' }) },
    { name: 'a forged cookie', origin: own, headers: async () => ({ origin: own, cookie: `__Host-tactful=${btoa('{"alg":"none"}')}.${btoa('{"sub":"owner@staff.example"}')}.` }) },
    { name: 'an Access token, where Access is not set up', origin: own, headers: async () => ({ origin: own, 'cf-access-jwt-assertion': (await world.cookie('owner@staff.example')).split('=')[1]! }) },
    await ended('a signed-out cookie', async (email) => {
      const cookie = await world.cookie(email);
      await running.fetch('/v1/admin/logout', { method: 'POST', headers: { cookie, origin: own } });
      return cookie;
    }),
    await ended('a cookie from before the password', (email) => world.cookie(email, Math.floor(Date.now() / 1_000) - 3_600)),
    await ended('a cookie that has expired', (email) => world.cookie(email, Math.floor(Date.now() / 1_000) - 86_400)),
    ...await Promise.all((Object.keys(ROLES) as Role[]).map((role) => signed(role, { mine: role }))),
    { ...gone, roles: {} },
    await signed('owner of the other site', { theirs: 'owner' }),
    await signed('owner here and viewer there', { mine: 'owner', theirs: 'viewer' }),
    { ...await signed('owner on a foreign page', { mine: 'owner' }), origin: 'https://evil.example', headers: async () => ({ cookie: await world.cookie('owner@staff.example'), origin: 'https://evil.example' }) },
    { name: 'a public key on its page', key: 'mine', page: 'mine', origin: PAGE.mine, headers: async () => ({ origin: PAGE.mine }) },
    { name: 'a public key on another site’s page', key: 'mine', page: 'theirs', origin: PAGE.theirs, headers: async () => ({ origin: PAGE.theirs }) },
    bearer('a public key as bearer', async () => world.keys.mine),
    bearer('a visitor', async () => TOKEN, { key: 'mine', page: 'mine', origin: PAGE.mine, token: true }),
    bearer('a signed user', async () => token(await keyOf('mine'), { aud: world.keys.mine, sub: idsOf('mine')['user']!, visitor: idsOf('mine')['visitor']! }), { key: 'mine', page: 'mine', origin: PAGE.mine, signed: 'mine' }),
    bearer('a user whom the other site signed', async () => token(await keyOf('theirs'), { aud: world.keys.mine, sub: idsOf('mine')['user']!, visitor: idsOf('mine')['visitor']! }), { key: 'mine', page: 'mine', origin: PAGE.mine }),
    bearer('a secret key', () => world.secret('mine'), { secret: 'mine' }),
    bearer('a secret key of the other site', () => world.secret('theirs'), { secret: 'theirs' }),
    bearer('a deploy token that is none', async () => 'wrong-token-of-forty-characters-0123456789'),
    bearer('the deploy token', async () => DEPLOY_TOKEN, { deploy: true }),
  ];
}
