import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { cleanNote } from '../../scripts/cli/cleanNote.mjs';
import { readHost } from '../../scripts/cli/readHost.mjs';
import { readJson } from '../../scripts/cli/readJson.mjs';
import { readOrigin } from '../../scripts/cli/readOrigin.mjs';
import { readToken } from '../../scripts/cli/readToken.mjs';

const folder = mkdtempSync(join(tmpdir(), 'tactful-arguments-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

const run = (script: string, args: readonly string[]): Promise<{ code: unknown; err: string }> =>
  new Promise((done) => void execFile(process.execPath, ['--conditions=source', `scripts/${script}`, ...args], (error, _out, err) => done({ code: error?.code, err })));

it.each([
  ['replay.ts', ['--generate', '-5'], "Option '--generate' argument is ambiguous.", 'npm run replay -- '],
  ['replay.ts', ['--bogus'], "Unknown option '--bogus'.", 'npm run replay -- '],
  ['replay.ts', ['log.csv', 'extra'], 'There is more than it takes: extra.', 'npm run replay -- '],
  ['replay.ts', ['log.csv', '--generate', '5'], 'Give a log, or --generate.', 'npm run replay -- '],
  ['replay.ts', ['--generate', '0'], '--generate takes a whole number from 1; it is "0".', ''],
  ['replay-pointer.ts', ['--bogus'], "Unknown option '--bogus'.", 'npm run replay:pointer -- '],
  ['replay-pointer.ts', ['README.md'], 'README.md is no archive that tar can open.', ''],
  ['replay-clicks.ts', ['--people', '0', 'README.md'], '--people takes a whole number from 1 to 100000; it is "0".', ''],
  ['replay-clicks.ts', ['README.md'], 'README.md is no archive that tar can open.', ''],
  ['demo-traffic.mjs', ['--bogus'], "Unknown option '--bogus'.", 'npm run demo:traffic -- '],
  ['demo-traffic.mjs', ['-3'], "Unknown option '-3'.", 'npm run demo:traffic -- '],
  ['sizes.mjs', ['--jsom'], "Unknown option '--jsom'.", 'npm run sizes '],
  ['worker-size.mjs', ['--bogus'], "Unknown option '--bogus'.", 'npm run sizes:worker '],
  ['limits.ts', ['--bogus'], "Unknown option '--bogus'.", 'npm run limits -- '],
  ['limits.ts', ['--cpu', 'fast'], '--cpu takes a number from 0.001; it is "fast".', ''],
  ['docs.mjs', ['extra'], 'There is more than it takes: extra.', 'npm run docs '],
  ['bench-intents.ts', ['here', 'there'], 'There is more than it takes: there.', 'npm run bench:intents -- '],
  ['bench-bots.ts', ['--bogus'], "Unknown option '--bogus'.", 'npm run bench:bots -- '],
  ['bench-agents.ts', ['docs'], 'There is no file docs/ua_crawler-user-agents.json.gz.', ''],
  ['chaos-claims.ts', ['--claims', '0'], '--claims takes a whole number from 1 to 65536; it is "0".', ''],
  ['abuse.ts', ['docs'], 'There is no file docs/adv_JSONTestSuite_tests.tar.xz.', ''],
  ['bench-poison.ts', ['--bogus'], "Unknown option '--bogus'.", 'npm run bench:poison '],
  ['simulate-aa.ts', ['--bogus'], "Unknown option '--bogus'.", 'npm run simulate:aa '],
  ['simulate-aa.ts', ['--tests', '0'], '--tests takes a whole number from 1 to 1000000; it is "0".', ''],
  ['simulate-learning.ts', ['--days', '0'], '--days takes a whole number from 1 to 365; it is "0".', ''],
  ['bench-bots.ts', ['docs'], 'There is no file docs/sapimouse_users1-72.tar.xz.', ''],
  ['learn.ts', ['--bogus'], "Unknown option '--bogus'.", 'npm run learn -- '],
  ['learn.ts', ['README.md'], 'Give a file and --label.', 'npm run learn -- '],
  ['learn.ts', ['none.csv', '--label', 'y'], 'missing: There is no file none.csv.', ''],
  ['learn.ts', ['none.csv', '--label', 'y', '--model', 'deep'], '--model is one of linear, trees, blend; it is "deep".', ''],
  ['learn.ts', ['none.csv', '--label', 'y', '--folds', '1'], '--folds takes a whole number from 2 to 20; it is "1".', ''],
  ['learn-bench.ts', ['docs'], 'There is neither online_shoppers_intention.csv.gz nor sample_data.csv in docs.', 'npm run learn:bench -- '],
  ['deploy.mjs', ['--bogus'], "Unknown option '--bogus'.", 'npm run deploy '],
  ['reproduce.mjs', ['extra'], 'There is more than it takes: extra.', 'npm run reproduce '],
  ['releases.mjs', ['--bogus'], "Unknown option '--bogus'.", 'npm run releases '],
  ['demo-traffic.mjs', ['1', '2'], 'There is more than it takes: 2.', 'npm run demo:traffic -- '],
] as const)('%s %j says what is wrong, and how it is called', async (script, args, words, usage) => {
  const { code, err } = await run(script, args);
  expect([code, err.split('\n')[0], err.split('\n').slice(2).join('\n').startsWith(usage)]).toEqual([2, words, true]);
  expect(err).not.toMatch(/^ {4}at /m);
});

it.each([
  ['https://shop.example.com/', 'https://shop.example.com'], ['HTTPS://Shop.Example.com:443', 'https://shop.example.com'],
  ['https://shop.example.com:8443', 'https://shop.example.com:8443'], ['http://localhost:8788/', 'http://localhost:8788'],
])('takes the origin %s as it was pasted', (pasted, origin) => expect(readOrigin(pasted)).toBe(origin));

it.each(['shop.example.com', 'http://shop.example.com', 'https://shop.example.com/a', 'https://a:b@shop.example.com', 'https://shop.example.com/?q', 'null', ''])('refuses %j as an origin, by its name', (text) =>
  expect(() => readOrigin(text)).toThrow(`"${text}" is no origin of pages`));

it.each(['cx.example.com', 'cx.example.com:8787', 'ftp://cx.example.com', 'https://'])('refuses %j as a host, by its name', (host) =>
  expect(() => readHost(host)).toThrow(`--host takes an address with its scheme, as https://cx.example.com; it is "${host}".`));

it('reads a JSON file with a byte order mark; what is wrong with a file is told with its name', () => {
  expect(readJson(file('marked.json', '\uFEFF{"v":1}'))).toEqual({ v: 1 });
  expect(() => readJson(join(folder, 'none.json'))).toThrow(`There is no file ${join(folder, 'none.json')}.`);
  expect(() => readJson(file('torn.json', '{"v":'))).toThrow(`${join(folder, 'torn.json')}: `);
  expect(() => readJson(file('deep.json', '['.repeat(50_000) + ']'.repeat(50_000)))).toThrow(`${join(folder, 'deep.json')}: it is nested too deeply`);
});

it('keeps a note to one line of at most 200 characters', () => {
  expect(cleanNote(' a\u001b[2Jb\r\nc\u2028d ')).toBe('a [2Jb c d');
  expect(cleanNote('n'.repeat(200))).toHaveLength(200);
  expect(() => cleanNote('n'.repeat(201))).toThrow('A note has at most 200 characters; this one has 201.');
});

it('this machine’s deploy token is told to this machine’s Worker alone', () => {
  const kept = file('.dev.vars', 'SESSION_SECRET="s"\nDEPLOY_TOKEN="of this machine"\n');
  for (const host of ['http://localhost:8787', 'http://127.0.0.1:9000/', 'http://[::1]:8787']) expect(readToken(host, { file: kept, given: '' })).toBe('of this machine');
  for (const host of ['https://cx.example.com', 'http://localhost.example.com']) {
    expect(() => readToken(host, { file: kept, given: '' })).toThrow(`Set DEPLOY_TOKEN to the deploy token of the Worker at ${host}.`);
    expect(readToken(host, { file: kept, given: 'theirs' })).toBe('theirs');
  }
  expect(() => readToken('http://localhost:8787', { file: join(folder, 'none'), given: '' })).toThrow('Set DEPLOY_TOKEN');
});
