import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { AGENT } from '../doubles/AGENT.ts';
import { makeSummary } from '../worker/harness/makeSummary.ts';
import { copyTree } from './start/copyTree.ts';
import { findPort, takePort } from './start/findPort.ts';
import { isThere, listChildren } from './start/listChildren.ts';
import { runStart, type Started } from './start/runStart.ts';

let tree: string;
let port: number;
let running: Started | undefined;
beforeAll(async () => {
  tree = copyTree();
  port = await findPort();
});
afterAll(async () => {
  if (running && isThere(running.pid)) await running.interrupt();
  rmSync(tree, { recursive: true, force: true });
});

/** Ctrl-C: it ends well, and so does everything that it started. */
async function interrupt(): Promise<void> {
  const { pid } = running!;
  const children = listChildren(pid);
  // Node, wrangler and workerd at least.
  expect(children.length).toBeGreaterThanOrEqual(3);
  expect(await running!.interrupt()).toBe(0);
  running = undefined;
  await expect.poll(() => children.filter(isThere), { timeout: 10_000 }).toEqual([]);
  for (const one of [port, port + 1, port + 2]) {
    const free = await takePort(one);
    expect(free).toBeDefined();
    free!.close();
  }
}

const get = (address: string, headers: Record<string, string> = {}): Promise<Response> => fetch(address, { headers });

/** `npm run verify` in this tree: against what it serves, else against what it keeps. */
function verify(...args: string[]): unknown[] {
  const { DEPLOY_TOKEN: _token, TACTFUL_HOST: _host, PORT: _port, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(tree, 'scripts/verify.mjs'), ...args], { cwd: tree, encoding: 'utf8', env });
  return [status, stdout, stderr];
}

/** What staff see of the demonstration's shop. */
async function read(what: string): Promise<any[]> {
  const [, token] = /^DEPLOY_TOKEN="(.+)"$/m.exec(readFileSync(join(tree, '.dev.vars'), 'utf8'))!;
  return await (await get(`http://localhost:${port}/v1/admin/sites/demo/${what}`, { authorization: `Bearer ${token}` })).json() as any[];
}

it('a taken port is told with the way out, before anything is set up', async () => {
  const taken = (await takePort(port + 1))!;
  const started = runStart(tree, port);
  expect(await started.ended).toBe(1);
  expect(started.output()).toBe(`Port ${port + 1} (for the shop) is taken. Stop what runs there, or choose others: PORT=${port + 100} npm start takes ${port + 100} to ${port + 102}.\n`);
  await new Promise((done) => void taken.close(done));
});

it('what it does not know it does not run: it says how it is called', async () => {
  const started = runStart(tree, port, '--help');
  expect(await started.ended).toBe(1);
  expect(started.output()).toMatch(/^npm start +takes no arguments\. PORT=8787 npm start/);
});

it('sets up, builds and serves all; Ctrl-C ends all; what was stored is there the next time', async () => {
  running = runStart(tree, port);
  const printed = await running.printed('Ctrl-C ends all of it.');
  const addresses = Object.fromEntries([...printed.matchAll(/^ +(Shop|SaaS|Console) +(http\S+)$/gm)].map(([, name, address]) => [name, address]));
  expect(addresses).toEqual({ Shop: `http://localhost:${port + 1}`, SaaS: `http://localhost:${port + 2}`, Console: `http://localhost:${port}/console/` });
  for (const [name, words] of [['Shop', `http://localhost:${port}/tactful.js`], ['SaaS', '<title>'], ['Console', '<title>']] as const) {
    const response = await get(addresses[name]);
    expect([name, response.status]).toEqual([name, 200]);
    expect(await response.text()).toContain(words);
  }
  const health = await get(`http://localhost:${port}/v1/health`);
  expect([health.status, await health.json()]).toMatchObject([200, { ok: true }]);
  const file = await get(`http://localhost:${port}/tactful.js`);
  expect([file.status, file.headers.get('content-type')]).toEqual([200, expect.stringContaining('javascript')]);
  const config = await get(`http://localhost:${port}/v1/config?v=1&key=pk_demo&locale=en`, { origin: addresses['Shop'] });
  expect(await config.json()).toMatchObject({ v: 1, site: { id: 'demo' }, campaigns: expect.arrayContaining([expect.objectContaining({ id: 'checkout-stall', status: 'live' })]) });

  const [, email, password] = /^ +(\S+@\S+)\n +(\S+)$/m.exec(printed)!;
  const signIn = (): Promise<number> => fetch(`http://localhost:${port}/v1/admin/login`, {
    method: 'POST', headers: { origin: `http://localhost:${port}`, 'content-type': 'application/json' }, body: JSON.stringify({ email, password }),
  }).then(({ status }) => status);
  expect(await signIn()).toBe(200);
  const session = makeSummary({ visitor: 'v'.repeat(22), session: 's'.repeat(22), startedAt: Date.now() - 60_000 });
  const sent = await fetch(`http://localhost:${port}/v1/summaries?key=pk_demo`, {
    method: 'POST', headers: { 'content-type': 'text/plain', 'user-agent': AGENT, origin: addresses['Shop']! }, body: JSON.stringify({ v: 1, key: 'pk_demo', sentAt: Date.now(), sessions: [session] }),
  });
  expect([sent.status, await sent.json()]).toMatchObject([202, { accepted: 1, rejected: [] }]);
  const second = runStart(tree, port + 100);
  expect([await second.ended, second.output()]).toEqual([1, `This clone is served already, at http://localhost:${port} (process ${running.pid}). Use that (PORT=${port}), or end it first: Ctrl-C where it runs, or kill ${running.pid}.\n`]);
  // Any program will do for a browser: it is not come to.
  const traffic = spawnSync(process.execPath, [join(tree, 'scripts/demo-traffic.mjs'), '7'], { cwd: tree, encoding: 'utf8', env: { ...process.env, PORT: String(port + 100), CHROMIUM: process.execPath } });
  expect([traffic.status, traffic.stdout, traffic.stderr]).toEqual([2, '', `This clone is served already, at http://localhost:${port}, or about to be. Use that: PORT=${port} npm run demo:traffic -- 7\n`]);
  const before = [await read('sessions'), await read('config/versions')];
  expect(before).toMatchObject([[{ session: session.session }], [{ version: 2, note: 'examples/shop/tactful.json', live: true }, { version: 1 }]]);
  const agrees = [0, expect.stringMatching(/^demo: 1 session and \d+ sums in 16 shards, all agree\ndemo-saas: 0 sessions and 0 sums in 16 shards, all agree\n$/), ''];
  expect(verify()).toEqual(agrees);
  await interrupt();
  expect(verify()).toEqual(agrees);

  running = runStart(tree, port);
  await running.printed('Ctrl-C ends all of it.');
  expect([await read('sessions'), await read('config/versions')]).toEqual(before);
  expect(await signIn()).toBe(200);
  await interrupt();
  expect(readFileSync(join(tree, 'built'), 'utf8')).toBe('once once ');
});
