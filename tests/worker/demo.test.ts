import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { provisionDemo } from '../../scripts/start/provisionDemo.mjs';
import { signIn } from './harness/signIn.ts';
import { DEPLOY_TOKEN, startWorker, type RunningWorker } from './harness/startWorker.ts';

const folder = mkdtempSync(join(tmpdir(), 'tactful-demo-'));
const file = join(folder, 'demo.json');
const origins = { demo: ['http://localhost:8788'], 'demo-saas': ['http://localhost:8789'] };
let running: RunningWorker;
beforeAll(async () => {
  process.env['DEPLOY_TOKEN'] = DEPLOY_TOKEN;
  running = await startWorker();
});
afterAll(async () => {
  await running.close();
  delete process.env['DEPLOY_TOKEN'];
  rmSync(folder, { recursive: true, force: true });
});

it('makes the demonstration once: started again it changes nothing, and who was signed in stays signed in', async () => {
  const first = await provisionDemo({ host: running.origin, origins, file });
  const staff = await signIn(running, first.staff);
  const before = readFileSync(file, 'utf8');
  // Sessions and accounts count in whole seconds: only from the next one on is a session older than an account that is set anew.
  const second = Math.floor(Date.now() / 1_000);
  await expect.poll(() => Math.floor(Date.now() / 1_000)).toBeGreaterThan(second);
  expect(await provisionDemo({ host: running.origin, origins, file })).toEqual(first);
  expect([(await staff('me')).status, readFileSync(file, 'utf8')]).toEqual([200, before]);
});

it('makes it anew where the Worker’s data are gone and the file that tells of them is left', async () => {
  const before = await provisionDemo({ host: running.origin, origins, file });
  const empty = await startWorker();
  try {
    const { staff, secrets } = await provisionDemo({ host: empty.origin, origins, file });
    const me = await (await (await signIn(empty, staff))('me')).json() as { sites: { id: string }[] };
    expect(me.sites.map(({ id }) => id)).toEqual(['demo', 'demo-saas']);
    expect([staff, secrets['demo'] === before.secrets['demo']]).toEqual([before.staff, false]);
  } finally {
    await empty.close();
  }
});
