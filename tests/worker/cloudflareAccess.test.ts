import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWTPayload } from 'jose';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { callAdmin } from './harness/callAdmin.ts';
import { makeSite } from './harness/makeSite.ts';
import { SESSION_SECRET, startWorker, type RunningWorker } from './harness/startWorker.ts';

const AUDIENCE = 'audience-tag-of-the-application', EMAIL = 'ann@example.com';
const now = (): number => Math.floor(Date.now() / 1_000);
let running: RunningWorker;
let certs: Server;
let team: string;
let keys: { readonly kid: string; readonly publicKey: CryptoKey; readonly privateKey: CryptoKey }[];
let asked = 0;
let broken = false;
const drawKey = async (kid: string, alg = 'RS256') => ({ kid, ...await generateKeyPair(alg, { extractable: true }) });
beforeAll(async () => {
  keys = [await drawKey('first')];
  certs = createServer(async ({ url }, response) => {
    asked++;
    if (broken || url !== '/cdn-cgi/access/certs') return void response.writeHead(broken ? 503 : 404).end();
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ keys: await Promise.all(keys.map(async ({ kid, publicKey }) => ({ ...await exportJWK(publicKey), kid, alg: 'RS256', use: 'sig' }))) }));
  }).listen(0, '127.0.0.1');
  await once(certs, 'listening');
  team = `http://127.0.0.1:${(certs.address() as AddressInfo).port}`;
  running = await startWorker({ ACCESS_TEAM: team, ACCESS_AUD: AUDIENCE });
  await makeSite(running, { id: 'mine' });
  await callAdmin(running, 'staff', { method: 'POST', body: { email: EMAIL, password: 'a long password', role: 'agent', sites: ['mine'] } });
});
beforeEach(() => { broken = false; });
afterAll(async () => {
  await running.close();
  certs.closeAllConnections();
  await new Promise((done) => void certs.close(done));
});

/** A token as Access signs them; each part can be another. */
const sign = ({ key = keys[0]!, alg = 'RS256', without = [], ...own }: JWTPayload & { key?: { kid: string; privateKey: CryptoKey | Uint8Array }; alg?: string; without?: readonly string[] } = {}): Promise<string> => {
  const claims: JWTPayload = { iss: team, aud: [AUDIENCE], email: EMAIL, sub: 'person', type: 'app', iat: now() + 1, exp: now() + 600, ...own };
  return new SignJWT(Object.fromEntries(Object.entries(claims).filter(([name]) => !without.includes(name)))).setProtectedHeader({ alg, kid: key.kid }).sign(key.privateKey);
};
const me = (headers: Record<string, string>, path = 'me', method = 'GET', at = running): Promise<Response> => at.fetch(`/v1/admin/${path}`, { method, headers });
const byHeader = (token: string): Record<string, string> => ({ 'cf-access-jwt-assertion': token });
const codeOf = async (response: Response): Promise<string> => `${response.status} ${((await response.json()) as { error?: { code: string } }).error?.code ?? 'in'}`;

it('lets in whom Access signed in, by header or cookie, as what they are on their sites; the keys are read once', async () => {
  const token = await sign({ email: 'Ann@Example.com' });
  for (const headers of [byHeader(token), { cookie: `CF_Authorization=${token}` }]) {
    expect(await (await me(headers)).json()).toMatchObject({ email: EMAIL, sites: [{ id: 'mine', role: 'agent' }] });
  }
  expect(asked).toBe(1);
  expect(await codeOf(await me(byHeader(token), 'sites/mine/audit'))).toBe('403 role_too_low');
  expect(await codeOf(await me(byHeader(token), 'sites/yours/overview'))).toBe('403 forbidden');
  expect((await (await running.fetch('/v1/health')).json())).toMatchObject({ bindings: { access: true } });
});

it('takes a write from the console’s own origin alone: Access’s cookie goes wherever its settings let it', async () => {
  const headers = { cookie: `CF_Authorization=${await sign()}` };
  for (const origin of [undefined, 'null', 'https://evil.example']) expect(await codeOf(await me({ ...headers, ...(origin && { origin }) }, 'sites/mine/requests/x/answer', 'POST'))).toBe('403 forbidden');
  expect(await codeOf(await me({ ...headers, origin: running.origin }, 'sites/mine/requests/x/answer', 'POST'))).toBe('404 not_found');
});

it('refuses what is for another application, of another team, over, early, unsigned, signed by others or by another algorithm, and what names nobody', async () => {
  const [stranger, elliptic] = [await drawKey('first'), await drawKey('first', 'ES256')];
  const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const { publicKey } = keys[0]!;
  const modulus = new TextEncoder().encode(JSON.stringify(await exportJWK(publicKey)));
  const tokens: Readonly<Record<string, string>> = {
    audience: await sign({ aud: ['another'] }), issuer: await sign({ iss: 'https://another.cloudflareaccess.com' }), over: await sign({ exp: now() - 60 }), early: await sign({ nbf: now() + 600 }),
    stranger: await sign({ key: stranger }), elliptic: await sign({ key: elliptic, alg: 'ES256' }), unknown: await sign({ key: { ...stranger, kid: 'unknown' } }),
    confused: await sign({ key: { kid: 'first', privateKey: modulus }, alg: 'HS256' }), ours: await sign({ key: { kid: 'first', privateKey: new TextEncoder().encode(SESSION_SECRET) }, alg: 'HS256' }),
    none: `${encode({ alg: 'none' })}.${encode({ iss: team, aud: AUDIENCE, email: EMAIL, sub: 'x', iat: now(), exp: now() + 600 })}.`, torn: 'x.y', empty: '..',
    service: await sign({ without: ['email'], common_name: 'robot' }), endless: await sign({ without: ['exp'] }), ageless: await sign({ without: ['iat'] }), list: await sign({ email: [EMAIL] }),
    nobody: await sign({ email: 'nobody@example.com' }),
  };
  const answers = Object.fromEntries(await Promise.all(Object.entries(tokens).map(async ([name, token]) => [name, await codeOf(await me(byHeader(token)))])));
  expect(answers).toEqual(Object.fromEntries(Object.keys(tokens).map((name) => [name, '401 not_signed_in'])));
  const changed = (await sign()).replace(/.(?=.{10}$)/, (char) => (char === 'A' ? 'B' : 'A'));
  expect(await codeOf(await me(byHeader(changed)))).toBe('401 not_signed_in');
});

it('holds signing out, and an account that was set anew', async () => {
  const [one, other] = [await sign({ jti: '1' }), await sign({ jti: '2' })];
  expect((await me({ ...byHeader(one), origin: running.origin }, 'logout', 'POST')).status).toBe(200);
  expect([await codeOf(await me(byHeader(one))), await codeOf(await me(byHeader(other)))]).toEqual(['401 not_signed_in', '200 in']);
  // The last letter of a signature has four bits that say nothing: the same one, written otherwise.
  const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const again = (token: string): string => token.slice(0, -1) + LETTERS[LETTERS.indexOf(token.at(-1)!) ^ 1]!;
  expect([await codeOf(await me(byHeader(again(one)))), await codeOf(await me(byHeader(again(other))))]).toEqual(['401 not_signed_in', '200 in']);
  expect(await codeOf(await me(byHeader(await sign({ iat: now() - 3_600 }))))).toBe('401 not_signed_in');
});

it('is no way in where it is not set up, and lets nobody in where its team is no address', async () => {
  for (const [vars, answer] of [[{}, '401 not_signed_in'], [{ ACCESS_TEAM: team }, '401 not_signed_in'], [{ ACCESS_AUD: AUDIENCE }, '401 not_signed_in'], [{ ACCESS_TEAM: 'http://team.example', ACCESS_AUD: AUDIENCE }, '500 internal']] as const) {
    const plain = await startWorker(vars);
    try {
      await makeSite(plain, { id: 'mine' });
      await callAdmin(plain, 'staff', { method: 'POST', body: { email: EMAIL, password: 'a long password', sites: ['mine'] } });
      expect(await codeOf(await me(byHeader(await sign()), 'me', 'GET', plain))).toBe(answer);
    } finally {
      await plain.close();
    }
  }
});

it('says that it failed, and lets nobody in, while the keys can’t be read', async () => {
  const fresh = await startWorker({ ACCESS_TEAM: team, ACCESS_AUD: AUDIENCE });
  try {
    broken = true;
    expect(await codeOf(await me(byHeader(await sign()), 'me', 'GET', fresh))).toBe('500 internal');
    broken = false;
    expect(await codeOf(await me(byHeader(await sign()), 'me', 'GET', fresh))).toBe('401 not_signed_in');
  } finally {
    await fresh.close();
  }
});
