import { readdirSync, readFileSync, statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { goalId } from '@tactful/engine';
import { expect, it, vi } from 'vitest';
import { AGENT } from '../doubles/AGENT.ts';
import { boundConfig } from './harness/boundConfig.ts';
import { makeExposure, makeGoal, makeSummary } from './harness/makeSummary.ts';
import { SHOP } from './harness/makeSite.ts';
import { onDisk } from './harness/onDisk.ts';
import { STALL } from './harness/STALL.ts';
import { startOnDisk } from './harness/startOnDisk.ts';
import { DEPLOY_TOKEN } from './harness/startWorker.ts';
import { token } from './identity/signed.ts';

const stage = onDisk('erasure');
const { folder } = stage;

const json = async (path: string, bearer: string, method = 'GET', body?: unknown) => (await stage.running!.fetch(`/v1/${path}`, {
  method, headers: { origin: SHOP, authorization: `Bearer ${bearer}`, 'if-match': '*' }, ...(body === undefined ? {} : { body: JSON.stringify(body) }),
})).json() as Promise<Record<string, string>>;
const files = (): string[] => readdirSync(join(folder, 'state'), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, 'state', name)).filter((name) => statSync(name).isFile());
/** Which of these stand in the stores' files as bytes, and in which. */
const scan = (names: readonly string[], among = files()): string[] => among.flatMap((file) => {
  const bytes = readFileSync(file);
  return names.filter((name) => bytes.includes(name)).map((name) => `${name} in ${file.replace(folder, '')}`);
});

it('leaves nothing that was said of an erased user in any store, byte by byte: shards, profile, desk, archive; and of random names none but in free bytes of shards and desk', async () => {
  stage.running = await startOnDisk(folder, { WEBHOOK_TEST_ORIGIN: stage.receiver.origin }, boundConfig(folder, (written) => written.replace('max_batch_size = 10', 'max_batch_size = 1')));
  stage.receiver.reply = () => ({ status: 503 });
  const { key, secret } = await json('admin/sites', DEPLOY_TOKEN, 'POST', { name: 'Gone', origins: [SHOP], shards: 1 });
  await json('admin/sites/gone/config', DEPLOY_TOKEN, 'PUT', STALL);
  await json('admin/sites/gone/webhooks', DEPLOY_TOKEN, 'POST', { id: 'crm', url: stage.receiver.origin, events: ['message', 'conversion'] });
  const { key: signer } = await json('admin/sites/gone/identity', DEPLOY_TOKEN, 'POST');
  const { user: tag } = await json(`profile?key=${key}`, await token(signer!, { aud: key!, sub: 'u-1', visitor: 'canary-visitor' }));
  const now = Date.now();
  const send = (summary: object) => stage.running!.fetch(`/v1/summaries?key=${key}`, {
    method: 'POST', headers: { origin: SHOP, 'user-agent': AGENT, 'content-type': 'text/plain' }, body: JSON.stringify({ v: 1, key, sentAt: now, sessions: [makeSummary({ startedAt: now - 61_000, ...summary })] }),
  });
  await send({ visitor: 'canary-visitor', session: 'canary-session', part: 'canary-part', user: tag, cart: { stage: 'cart', value: 8765432.25, currency: 'EUR', items: 2, idleMs: 0, revisits: 0 }, exposures: [makeExposure({ id: 'canary-exposure', at: now - 30_000 })], goals: [makeGoal({ id: 'canary-goal', at: now - 20_000 })] });
  await send({ visitor: 'stays', session: 'session-stays' });
  await send({ visitor: 'passing', session: 'session-passing' });
  await json('events', secret!, 'POST', { events: [{ id: 'canary-event', user: 'u-1', name: 'purchase', props: { value: 9, transaction_id: 'T-1' } }, { id: 'crm', user: 'u-1', attributes: { tier: 'canary-tier' } }] });
  const { user } = await json('users/u-1', secret!);
  // What leaves the archive is written at once, and with it the rest of its block.
  await json('visitors/passing', secret!, 'DELETE');
  const archived = (): string[] => files().filter((name) => name.includes('/r2/'));
  await vi.waitFor(() => expect(scan(['canary-session'], archived())).not.toEqual([]), { timeout: 20_000 });

  const NAMES = ['canary-session', 'canary-part', 'canary-exposure', 'canary-goal', 'canary-event', goalId('gone', 'purchase', 'T-1'), user!], SAID = ['canary-tier', '8765432.25'];
  expect([...NAMES, ...SAID].filter((name) => scan([name]).length === 0)).toEqual([]);
  expect(await json('users/u-1', secret!, 'DELETE')).toEqual({ erased: 1, visitors: 1 });
  await vi.waitFor(() => expect([scan(['canary-session'], archived()), scan(['session-stays'], archived()).length]).toEqual([[], 1]), { timeout: 20_000 });
  await stage.running.kill();
  for (const name of files().filter((file) => file.endsWith('.sqlite'))) {
    const database = new DatabaseSync(name);
    database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    database.close();
  }
  expect(scan(SAID)).toEqual([]);
  // The simulator writes down how objects are called, which their stores do not hold.
  expect(scan(NAMES, files().filter((name) => !/\/(tactful-SiteShard|tactful-SiteDesk)\/|metadata\.sqlite$/.test(name)))).toEqual([]);
}, 120_000);
