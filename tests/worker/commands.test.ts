import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runScript } from './harness/runScript.ts';
import { SHOP } from './harness/makeSite.ts';
import { makeSummary } from './harness/makeSummary.ts';
import { sendSummaries } from './harness/sendSummaries.ts';
import { STALL } from './harness/STALL.ts';
import { DEPLOY_TOKEN, startWorker, type RunningWorker } from './harness/startWorker.ts';

const folder = mkdtempSync(join(tmpdir(), 'tactful-commands-'));
let running: RunningWorker;
beforeAll(async () => { running = await startWorker(); });
afterAll(async () => {
  await running.close();
  rmSync(folder, { recursive: true, force: true });
});

const command = (script: string, args: readonly string[], env: Record<string, string> = {}) => runScript(script, args, { TACTFUL_HOST: running.origin, DEPLOY_TOKEN, ...env });
const file = (name: string, content: unknown) => {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
};
const served = async (key: string) => await (await running.fetch(`/v1/config?key=${key}&locale=en`)).json() as { campaigns: { trigger: { clauses: { for: number }[] } }[] };

it('makes a site with its keys, its snippet and its first account', async () => {
  const { code, out } = await command('site', ['add', 'My shop', 'https://shop.example.com', '--staff', 'ann@example.com']);
  expect(code).toBe(0);
  expect(out).toMatch(/^site {4}my-shop$/m);
  const key = /^key {5}(pk_[\w-]+)/m.exec(out)?.[1] as string;
  const password = /^password {2}(\S+)$/m.exec(out)?.[1] as string;
  expect(out).toMatch(/^secret {2}sk_[\w-]{43} /m);
  expect(out).toContain(`<script async src="${running.origin}/tactful.js" crossorigin="anonymous" referrerpolicy="no-referrer" data-key="${key}"`);
  expect((await served(key)).campaigns).toEqual([]);
  const login = await running.fetch('/v1/admin/login', { method: 'POST', headers: { origin: running.origin }, body: JSON.stringify({ email: 'ann@example.com', password }) });
  expect(await login.json()).toMatchObject({ sites: [{ id: 'my-shop', key }] });
});

it('publishes a file, and a change of it, without a build', async () => {
  const { key } = JSON.parse((await command('site', ['add', 'Files', 'https://files.example.com', '--key', 'pk_files', '--json'])).out) as { key: string };
  expect(key).toBe('pk_files');
  expect(await command('publish', [file('stall.json', STALL), '--site', 'files', '--note', 'first'])).toMatchObject({ code: 0, out: expect.stringMatching(/^version 2 is live/) });
  expect((await served(key)).campaigns[0]?.trigger.clauses[0]?.for).toBe(10_000);
  const faster = JSON.stringify(STALL).replace('"for":"10s"', '"for":"5s"');
  expect((await command('publish', [file('stall.json', faster), '--site', 'files'])).code).toBe(0);
  expect((await served(key)).campaigns[0]?.trigger.clauses[0]?.for).toBe(5_000);
  expect((await command('publish', ['--site', 'files', '--versions'])).out).toMatch(/^\* 3\t.*\n {2}2\t.*\tdeploy\tfirst\n {2}1\t/);
  expect((await command('publish', ['--site', 'files', '--rollback', '2'])).out).toMatch(/^version 2 is live again, as version 4/);
  expect((await served(key)).campaigns[0]?.trigger.clauses[0]?.for).toBe(10_000);
});

it('sets nothing live by the way that paused itself, unless it is told to', async () => {
  const { DB } = await running.worker.getEnv() as { DB: D1Database };
  await DB.prepare("INSERT INTO pauses (site, campaign, version, at, measure, difference, low, high) VALUES ('files', 'stall', 4, 1, 'value', -2, -3, -1)").run();
  const refused = await command('publish', [file('stall.json', STALL), '--site', 'files']);
  expect([refused.code, refused.err]).toEqual([1, expect.stringMatching(/^invalid: .*\n {2}campaigns\[0\]\.status: paused_itself: /)]);
  expect(await command('publish', [file('stall.json', STALL), '--site', 'files', '--lift-pause', 'stall'])).toMatchObject({ code: 0, out: expect.stringMatching(/^version 5 is live/) });
});

it('finds what `npm start` serves by its PORT, and says what to do where nothing answers', async () => {
  const { port } = new URL(running.origin);
  expect(await command('site', ['list'], { TACTFUL_HOST: '', PORT: port })).toMatchObject({ code: 0, out: expect.stringMatching(/^files\tpk_files\t/m) });
  expect(await command('site', ['list'], { TACTFUL_HOST: '', PORT: '1' })).toMatchObject({ code: 1, err: expect.stringMatching(/^http:\/\/localhost:1 does not answer: .* Start it \(npm start\)/) });
});

it('tells in how many stored sessions a draft would have fired, and publishes nothing', async () => {
  const { key } = JSON.parse((await command('site', ['add', 'Checked', SHOP, '--json'])).out) as { key: string };
  const stall = file('stall.json', STALL);
  const check = () => command('publish', [stall, '--site', 'checked', '--check']);
  expect(await check()).toMatchObject({ code: 0, out: expect.stringMatching(/^No stored session to look at\.\nstall: could have shown in 0\n/) });
  const { version: config } = await (await running.fetch(`/v1/config?key=${key}`)).json() as { version: string };
  const checkout = (activeMs: number) => ({ checkout: { views: 3, activeMs, episodes: 3 } });
  await sendSummaries(running, { id: 'checked', key, secret: '', origins: [SHOP] }, [
    makeSummary({ visitor: 'a', session: 'a', config, pages: checkout(31_000) }), makeSummary({ visitor: 'b', session: 'b', config, pages: checkout(29_000) }), makeSummary({ visitor: 'c', session: 'c' }),
  ]);
  const { out } = await check();
  // What was recorded under names of before is not answered: the live configuration names no page yet.
  expect(out).toMatch(/^2 sessions looked at, the oldest of \d{4}-\d\d-\d\d\. 1 left out: /);
  expect(out).toContain('stall: could have shown in 0 or more\n  trigger\t0 or more\n    dwell\t0 or more\n  conditions\t2\nhello: ');
  expect((await command('publish', ['--site', 'checked', '--versions'])).out).toMatch(/^\* 1\t[^\n]*\n$/);
});

it('warns of a discount that depends on who somebody is, and publishes it', async () => {
  await command('site', ['add', 'Uneven', 'https://uneven.example.com']);
  const uneven = { ...STALL, offers: { half: { mode: 'public', code: 'HALF', budget: 9 } }, campaigns: STALL.campaigns.map((campaign) => ({
    ...campaign, conditions: { feature: 'user.tier', eq: 'new' }, message: { ...campaign.message, kind: 'coupon', offer: 'half' },
  })) };
  const { code, out } = await command('publish', [file('uneven.json', uneven), '--site', 'uneven']);
  expect([code, out.trim().split('\n')]).toEqual([0, [expect.stringMatching(/^version 2 is live/), expect.stringMatching(/^warning: campaigns\[0\]\.conditions: .*fairness: strict/)]]);
});

it('says what is wrong, where, and publishes nothing', async () => {
  const bad = JSON.stringify(STALL).replace('"for":"10s"', '"for":10');
  const refused = await command('publish', [file('bad.json', bad), '--site', 'files']);
  expect(refused).toMatchObject({ code: 1, out: '', err: expect.stringContaining('campaigns[0].trigger.any[0].for: bad_duration') });
  const twice = JSON.stringify(STALL).replace('"for":"10s"', '"for":"10s","for":"5s"');
  expect(await command('publish', [file('twice.json', twice), '--site', 'files'])).toMatchObject({ code: 1, out: '', err: expect.stringContaining('campaigns[0].trigger.any[0].for: ambiguous') });
  expect(await command('publish', [file('torn.json', '{"v":1,'), '--site', 'files'])).toMatchObject({ code: 1, err: expect.stringContaining('torn.json: ') });
  expect(await command('publish', [file('ok.json', STALL), '--site', 'nobody'])).toMatchObject({ code: 1, err: expect.stringContaining('not_found: There is no site "nobody".') });
  expect(await command('publish', ['--site', 'files', '--rollback', '99'])).toMatchObject({ code: 1, err: expect.stringContaining('not_found: The site "files" has no version 99.') });
  expect(await command('site', ['add', 'Path', 'https://x.example/path'])).toMatchObject({ code: 1, err: expect.stringContaining('"https://x.example/path" is no origin of pages') });
  expect(await command('site', ['add', 'Files', 'https://files.example.com'])).toMatchObject({ code: 1, err: expect.stringContaining('conflict: Another site has this id or this key') });
  expect(await command('site', ['list'], { DEPLOY_TOKEN: 'wrong' })).toMatchObject({ code: 1, err: expect.stringContaining('not_signed_in: The Worker does not take this deploy token') });
  expect(await command('site', ['list', '--host', 'cx.example.com'])).toMatchObject({ code: 1, err: expect.stringContaining('it is "cx.example.com"') });
  expect(await command('site', ['list'], { TACTFUL_HOST: '', PORT: 'abc' })).toMatchObject({ code: 1, err: expect.stringContaining('PORT has to be a whole number') });
  expect(await command('site', ['list'], { TACTFUL_HOST: 'http://127.0.0.1:9' })).toMatchObject({ code: 1, err: expect.stringMatching(/does not answer/) });
  for (const args of [[], ['add'], ['explode'], ['__proto__'], ['list', 'extra'], ['list', '--site', 'files'], ['halt', 'files', 'more'], ['add', 'A', 'https://a.example', '--password', 'long-enough-1']]) expect(await command('site', args)).toMatchObject({ code: 2, out: '' });
  for (const args of [[], ['file.json'], ['--nonsense'], ['a.json', 'b.json', '--site', 'files'], ['a.json', '--site', 'files', '--versions'], ['--site', 'files', '--check'], ['--site', 'files', '--versions', '--rollback', '1']]) expect(await command('publish', args)).toMatchObject({ code: 2, out: '' });
  expect(await command('publish', [], { npm_command: 'publish' })).toMatchObject({ code: 2, out: '' });
});

it('makes accounts of any role, and of none that there is not', async () => {
  const made = await command('site', ['staff', 'vic@example.com', '--site', 'files', '--role', 'viewer', '--password', 'long-enough-1']);
  expect(made).toMatchObject({ code: 0, out: 'e-mail    vic@example.com\npassword  long-enough-1\nrole      viewer\nsites     files\n' });
  expect((await command('site', ['staff', 'vic@example.com', '--site', 'files', '--json'])).out).toContain('"role": "owner"');
  expect(await command('site', ['staff', 'vic@example.com', '--site', 'files', '--role', 'root'])).toMatchObject({ code: 1, err: 'A role is one of viewer, agent, editor, owner; this one is "root".\n' });
});

it('adds codes from a file, halts and lifts, replaces origins and the secret', async () => {
  expect((await command('site', ['pool', 'files', 'pool', file('codes.txt', 'A-1\nA-2\r\n\nA-1\n')])).out).toMatch(/^2 of 3 codes are new/);
  expect((await command('site', ['halt', 'files'])).out).toMatch(/^halted/);
  expect(await served('pk_files')).toMatchObject({ halt: true });
  expect((await command('site', ['lift', 'files'])).code).toBe(0);
  expect((await command('site', ['origins', 'files', 'http://localhost:8788', 'https://files.example.com'])).out).toBe('http://localhost:8788\nhttps://files.example.com\n');
  expect((await command('site', ['secret', 'files'])).out).toMatch(/^secret {2}sk_/);
  const made = (await command('site', ['identity', 'files'])).out;
  expect(made).toMatch(/^id {6}[\w-]{8}\nkey {5}ik_[0-9a-f]{64} {3}\(servers only; shown this once\)\n$/);
  const id = made.slice(8, 16);
  expect((await command('site', ['identity', 'files', '--list'])).out).toMatch(new RegExp(`^${id}\t2`));
  expect((await command('site', [`identity`, 'files', `--remove=${id}`])).out).toBe(`${id} signs nobody any more\n`);
  expect(await command('site', ['identity', 'files', `--remove=${id}`])).toMatchObject({ code: 1, err: expect.stringContaining(`There is no site "files" with an identity key "${id}".`) });
  expect((await command('site', ['webhook', 'files'])).out).toBe('no webhook yet\n');
  const hook = (await command('site', ['webhook', 'files', 'add', 'https://hooks.slack.com/services/T/B/hidden', 'request', 'conversion', '--template', 'slack'])).out.trim().replace(/^id {6}/, '');
  expect((await command('site', ['webhook', 'files', 'list'])).out).toBe(`${hook}\tslack\thooks.slack.com\trequest, conversion\t0 wait, 0 delivered, 0 given up\n`);
  expect((await command('site', ['webhook', 'files', 'replay', hook, '--since', '2026-11-22'])).out).toBe('0 events are sent again\n');
  expect(await command('site', ['webhook', 'files', 'replay', hook, '--since', 'soon'])).toMatchObject({ code: 1, err: expect.stringContaining('it is "soon"') });
  expect(await command('site', ['webhook', 'files', 'add', 'https://evil.example/', 'request'])).toMatchObject({ code: 1, err: expect.stringMatching(/^invalid: .*\n {2}url: bad_host: /) });
  expect((await command('site', ['webhook', 'files', 'remove', hook])).out).toBe(`${hook} is removed, and what waited for it\n`);
  expect(await command('site', ['webhook', 'files', 'remove', hook])).toMatchObject({ code: 1, err: expect.stringContaining(`There is no site "files" with a webhook "${hook}".`) });
  expect((await command('site', ['webhook', 'files', 'toString'])).code).toBe(2);
  expect((await command('site', ['keep', 'files'])).out).toBe('sessions and requests are kept for 395 days\n');
  expect((await command('site', ['keep', 'files', '60'])).out).toBe('sessions and requests are kept for 60 days\n');
  expect(await command('site', ['keep', 'files', '7'])).toMatchObject({ code: 1, err: expect.stringMatching(/^invalid: .*\n {2}days: out_of_range: /) });
});

it('makes nothing for an account that could not be; a site that is made tells its keys whatever becomes of its account', async () => {
  const add = (...more: string[]) => command('site', ['add', 'Late', 'HTTPS://Late.Example.com:443/', ...more]);
  expect(await add('--staff', 'nobody')).toMatchObject({ code: 1, out: '', err: '"nobody" is no e-mail address.\n' });
  expect(await add('--staff', 'kim@late.example', '--password', 'short')).toMatchObject({ code: 1, out: '', err: 'A password has 10 to 200 characters; this one has 5.\n' });
  expect((await command('site', ['list'])).out).not.toContain('late');
  // The Worker breaks down between the site and its account.
  const broken = createServer(async (request, response) => {
    const body = await text(request);
    if (request.url === '/v1/admin/staff') return void response.writeHead(500).end('{}');
    const answer = await running.fetch(request.url!, { method: 'POST', headers: { authorization: request.headers.authorization! }, body });
    response.writeHead(answer.status).end(await answer.text());
  }).listen(0, '127.0.0.1');
  await once(broken, 'listening');
  const halfway = await add('--staff', 'kim@late.example', '--json', '--host', `http://127.0.0.1:${(broken.address() as AddressInfo).port}`);
  await new Promise((done) => void broken.close(done));
  expect(JSON.parse(halfway.out)).toMatchObject({ id: 'late', origins: ['https://late.example.com'], secret: expect.stringMatching(/^sk_/) });
  expect(halfway).toMatchObject({ code: 1, err: expect.stringMatching(/^The site is made, its account is not\. http:\S+ answered 500\n$/) });
});

it('takes the password it is given, and a file with a byte order mark; a note is one line', async () => {
  const made = await command('site', ['add', 'Marked', 'https://marked.example.com/', '--staff', 'kim@marked.example', '--password', 'long-enough-1']);
  expect(made).toMatchObject({ code: 0, out: expect.stringMatching(/^password {2}long-enough-1$/m) });
  const marked = file('marked.json', `\uFEFF${JSON.stringify(STALL)}`);
  expect((await command('publish', [marked, '--site', 'marked', '--note', 'one\u001b[2Jtwo\nthree'])).code).toBe(0);
  expect((await command('publish', ['--site', 'marked', '--versions'])).out).toMatch(/^\* 2\t.*\tone \[2Jtwo three\n/);
  expect(await command('publish', [marked, '--site', 'marked', '--note', 'n'.repeat(201)])).toMatchObject({ code: 1, err: 'A note has at most 200 characters; this one has 201.\n' });
  const deep = file('deep.json', '['.repeat(20_000) + ']'.repeat(20_000));
  expect(await command('publish', [deep, '--site', 'marked'])).toMatchObject({ code: 1, err: `${deep}: it is nested too deeply\n` });
});

it('names what a pool lacks: its file, its offer, its mode', async () => {
  expect(await command('site', ['pool', 'files', 'pool', join(folder, 'none.txt')])).toMatchObject({ code: 1, err: `There is no file ${join(folder, 'none.txt')}.\n` });
  const codes = file('own.txt', 'B-1');
  expect(await command('site', ['pool', 'files', 'nothing', codes])).toMatchObject({ code: 1, err: expect.stringContaining('There is no site "files" with a published offer "nothing".') });
  const minted = Object.entries(STALL.offers).find(([, { mode }]) => mode !== 'pool')![0];
  expect(await command('site', ['pool', 'files', minted, codes])).toMatchObject({ code: 1, err: expect.stringContaining(`The offer "${minted}" has no pool`) });
});
