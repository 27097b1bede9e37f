import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readConfig } from '@tactful/protocol';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { pull as run } from '../../packages/sdk/bin/pull.mjs';
import { writeAll } from '../../packages/sdk/bin/writeAll.mjs';
import { servePages, type Served } from '../browser/harness/servePages.ts';
import { makeSite, type TestSite } from './harness/makeSite.ts';
import { STALL } from './harness/STALL.ts';
import { startWorker, type RunningWorker } from './harness/startWorker.ts';

const COMMAND = resolve('packages/sdk/bin/tactful.mjs');
const room = mkdtempSync(join(tmpdir(), 'tactful-pull-'));
let running: RunningWorker;
let site: TestSite;
let strange: Served;
/** What stands at the other address. */
let answer: readonly [status: number, body: string];
let folder: string;
beforeAll(async () => {
  expect(existsSync('packages/sdk/dist/tactful-pull.mjs'), 'the command’s own file: npm run build').toBe(true);
  running = await startWorker();
  const [stall] = STALL.campaigns;
  site = await makeSite(running, { id: 'shop', source: { ...STALL, campaigns: [{ ...stall, message: { ...stall!.message, body: { en: 'No </script> of ours', 'zh-Hans': '好' } } }] } });
  strange = await servePages((_request, response) => response.writeHead(answer[0], { 'content-type': 'text/html' }).end(answer[1]));
});
afterAll(async () => {
  await running.close();
  await strange.close();
  rmSync(room, { recursive: true });
});
beforeEach(() => { folder = mkdtempSync(join(room, 'x-')); });

const command = (args: readonly string[]) => new Promise<{ code: number | null; out: string; err: string }>((done) => {
  const child = spawn(process.execPath, [COMMAND, ...args], { cwd: folder });
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk) => { out += chunk; });
  child.stderr.on('data', (chunk) => { err += chunk; });
  child.on('close', (code) => done({ code, out, err }));
});
/** What the command does behind its arguments, with files under the folder of the test. */
const pull = async ({ out = 'tactful.config.json', files, ...rest }: { readonly [option: string]: string | boolean }): Promise<string> =>
  (await run({ host: running.origin, key: site.key, out: join(folder, String(out)), ...(files && { files: join(folder, String(files)) }), ...rest })).join('\n');
const all = (): readonly string[] => readdirSync(folder, { recursive: true }).map(String).sort();

it('writes the published configuration as it is served, and says its version and the age of what it replaces', async () => {
  const served = await (await running.fetch(`/v1/config?key=${site.key}&locale=zh-CN`)).text();
  const { version } = JSON.parse(served) as { version: string };
  const { code, out } = await command(['pull', '--host', running.origin, '--key', site.key, '--locale', 'zh-CN', '--out', 'made/shop.json']);
  expect([code, out]).toEqual([0, expect.stringContaining(`made/shop.json: configuration ${version}, 1 campaigns, in zh-Hans, of 20`)]);
  const text = readFileSync(join(folder, 'made/shop.json'), 'utf8');
  expect(JSON.parse(text)).toEqual(JSON.parse(served));
  expect(readConfig(JSON.parse(text))).toMatchObject({ campaigns: [{ id: 'stall' }] });
  expect(text).not.toContain('</script>');
  const then = Date.now() / 1_000 - 3 * 86_400 - 60;
  utimesSync(join(folder, 'made/shop.json'), then, then);
  expect(await pull({ locale: 'zh-CN', out: 'made/shop.json' })).toContain('as before: the file was 3 days old');
  expect(all()).toEqual(['made', 'made/shop.json']);
});

it('writes a module that can be imported', async () => {
  await pull({ module: true, out: 'tactful.config.mjs' });
  const { default: config } = await import(/* @vite-ignore */ pathToFileURL(join(folder, 'tactful.config.mjs')).href) as { default: unknown };
  expect(readConfig(config)).toMatchObject({ locale: 'en', campaigns: [{ id: 'stall', message: { body: 'No </script> of ours' } }] });
});

it('fetches the page’s files of the same release, each as its SRI hash says', async () => {
  const out = await pull({ files: 'public' });
  const at = (name: string) => readFileSync(join(folder, 'public/v/0.1.0', name));
  const hashes = JSON.parse(at('integrity.json').toString()) as Record<string, string>;
  expect(Object.keys(hashes)).toEqual(expect.arrayContaining(['tactful.js', 'tactful-act.js', 'tactful-widget.js', 'tactful-debug.js']));
  expect(readdirSync(join(folder, 'public/v/0.1.0')).sort()).toEqual([...Object.keys(hashes), 'integrity.json'].sort());
  for (const [name, hash] of Object.entries(hashes)) {
    expect(`sha384-${createHash('sha384').update(at(name)).digest('base64')}`).toBe(hash);
    expect(out).toContain(hash);
  }
  expect(readFileSync(join(folder, 'public/tactful.js')).equals(at('tactful.js'))).toBe(true);
  expect(out).toContain(`integrity="${hashes['tactful.js']}"`);
});

it.each([
  ['a key that is none', () => pull({ key: 'pk_none' }), 'bad_key'],
  ['an address that answers with a page', () => pull({ host: strange.origin }), 'not_a_configuration', [200, '<h1>Not ours</h1>']],
  ['an address that fails', () => pull({ host: strange.origin }), 'not_a_configuration', [502, 'Bad gateway']],
  ['half a configuration', () => pull({ host: strange.origin }), 'not_a_configuration', [200, '{"v":1,"campaigns":[']],
  ['another version of the contract', () => pull({ host: strange.origin }), 'not_a_configuration', [200, '{"v":2,"campaigns":[]}']],
  ['nobody', () => pull({ host: 'http://127.0.0.1:1' }), 'unreachable'],
  ['no address', () => pull({ host: 'cx.example.com' }), 'bad_host'],
  ['a place that is none', () => { mkdirSync(join(folder, 'taken')); return pull({ out: 'taken' }); }, 'not_written'],
] as const)('%s: says so by a code, and leaves nothing half written', async (_name, attempt, code, given = [200, ''] as const) => {
  answer = given;
  await expect(attempt()).rejects.toMatchObject({ code });
  expect(all().filter((name) => name !== 'taken')).toEqual([]);
});

it('a file that is not what its hash says is not written, nor anything else', async () => {
  const { origin } = running;
  const bent = await servePages(async ({ url = '' }, response) => {
    const real = await fetch(origin + url);
    const body = Buffer.from(await real.arrayBuffer());
    response.writeHead(real.status).end(url.endsWith('tactful-act.js') ? Buffer.concat([body, Buffer.from(' ')]) : body);
  });
  await expect(pull({ host: bent.origin, files: 'public' })).rejects.toMatchObject({ code: 'bad_file', message: '/v/0.1.0/tactful-act.js is not what its SRI hash says' });
  await bent.close();
  expect(all()).toEqual([]);
});

it.each([
  ['a folder that is a file', () => writeFileSync(join(folder, 'public'), 'taken')],
  ['a file that is a folder, the last', () => mkdirSync(join(folder, 'public/tactful.js'), { recursive: true })],
] as const)('%s: neither the configuration nor any of the files is written, and what stood there stands', async (_name, take) => {
  take();
  writeFileSync(join(folder, 'shop.json'), 'of last week');
  const before = all();
  await expect(pull({ out: 'made/shop.json', files: 'public' })).rejects.toMatchObject({ code: 'not_written', message: expect.stringContaining(join(folder, 'public')) });
  await expect(pull({ out: 'shop.json', files: 'public' })).rejects.toMatchObject({ code: 'not_written' });
  expect([all(), readFileSync(join(folder, 'shop.json'), 'utf8')]).toEqual([before, 'of last week']);
});

it('what fails while files are put in their places puts back those that were', async () => {
  writeFileSync(join(folder, 'shop.json'), 'of last week');
  const twice = join(folder, 'new/one.json');
  // The second has no part any more: the first took it along.
  await expect(writeAll([[join(folder, 'shop.json'), 'new'], [twice, 'new'], [twice, 'new']])).rejects.toMatchObject({ code: 'not_written' });
  expect([all(), readFileSync(join(folder, 'shop.json'), 'utf8')]).toEqual([['shop.json'], 'of last week']);
});

it('tells how it is used, and by a code what went wrong', async () => {
  expect(await command(['push', '--host', 'x', '--key', 'y'])).toMatchObject({ code: 2, err: expect.stringContaining('tactful pull --host URL --key pk_…') });
  expect(await command(['pull', '--host', 'x', '--key', 'y'])).toEqual({ code: 1, out: '', err: 'tactful: bad_host: x is no address such as https://cx.example.com\n' });
});
