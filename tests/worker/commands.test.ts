import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { STALL } from './harness/STALL.ts';
import { DEPLOY_TOKEN, startWorker, type RunningWorker } from './harness/startWorker.ts';

const folder = mkdtempSync(join(tmpdir(), 'tactful-commands-'));
let running: RunningWorker;
beforeAll(async () => { running = await startWorker(); });
afterAll(async () => {
  await running.close();
  rmSync(folder, { recursive: true, force: true });
});

const command = (script: string, args: readonly string[], env: Record<string, string> = {}) => new Promise<{ code: number | null; out: string; err: string }>((resolve) => {
  const child = spawn(process.execPath, [`scripts/${script}.mjs`, ...args], { env: { ...process.env, TACTFUL_HOST: running.origin, DEPLOY_TOKEN, ...env } });
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk) => { out += chunk; });
  child.stderr.on('data', (chunk) => { err += chunk; });
  child.on('close', (code) => resolve({ code, out, err }));
});
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

it('finds what `npm start` serves by its PORT, and says what to do where nothing answers', async () => {
  const { port } = new URL(running.origin);
  expect(await command('site', ['list'], { TACTFUL_HOST: '', PORT: port })).toMatchObject({ code: 0, out: expect.stringMatching(/^files\tpk_files\t/m) });
  expect(await command('site', ['list'], { TACTFUL_HOST: '', PORT: '1' })).toMatchObject({ code: 1, err: expect.stringMatching(/^http:\/\/localhost:1 does not answer: .* Start it \(npm start\)/) });
});

it('says what is wrong, where, and publishes nothing', async () => {
  const bad = JSON.stringify(STALL).replace('"for":"10s"', '"for":10');
  const refused = await command('publish', [file('bad.json', bad), '--site', 'files']);
  expect(refused).toMatchObject({ code: 1, out: '', err: expect.stringContaining('campaigns[0].trigger.any[0].for: bad_duration') });
  expect(await command('publish', [file('torn.json', '{"v":1,'), '--site', 'files'])).toMatchObject({ code: 1, err: expect.stringContaining('torn.json: ') });
  expect(await command('publish', [file('ok.json', STALL), '--site', 'nobody'])).toMatchObject({ code: 1, err: expect.stringContaining('not_found') });
  expect(await command('site', ['add', 'Path', 'https://x.example/path'])).toMatchObject({ code: 1, err: expect.stringContaining('origins[0]: bad_url') });
  expect(await command('site', ['add', 'Files', 'https://files.example.com'])).toMatchObject({ code: 1, err: expect.stringContaining('conflict') });
  expect(await command('site', ['list'], { DEPLOY_TOKEN: 'wrong' })).toMatchObject({ code: 1, err: expect.stringContaining('not_signed_in') });
  expect(await command('site', ['list'], { TACTFUL_HOST: 'http://127.0.0.1:9' })).toMatchObject({ code: 1, err: expect.stringMatching(/does not answer/) });
  for (const args of [[], ['add'], ['explode'], ['__proto__']]) expect(await command('site', args)).toMatchObject({ code: 2, out: '' });
  for (const args of [[], ['file.json'], ['--nonsense']]) expect(await command('publish', args)).toMatchObject({ code: 2, out: '' });
  expect(await command('publish', [], { npm_command: 'publish' })).toMatchObject({ code: 2, out: '' });
});

it('adds codes from a file, halts and lifts, replaces origins and the secret', async () => {
  expect((await command('site', ['pool', 'files', 'pool', file('codes.txt', 'A-1\nA-2\r\n\nA-1\n')])).out).toMatch(/^2 of 3 codes are new/);
  expect((await command('site', ['halt', 'files'])).out).toMatch(/^halted/);
  expect(await served('pk_files')).toMatchObject({ halt: true });
  expect((await command('site', ['lift', 'files'])).code).toBe(0);
  expect((await command('site', ['origins', 'files', 'http://localhost:8788', 'https://files.example.com'])).out).toBe('http://localhost:8788\nhttps://files.example.com\n');
  expect((await command('site', ['secret', 'files'])).out).toMatch(/^secret {2}sk_/);
});
