import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { AGENT } from '../doubles/AGENT.ts';
import { makeExposure, makeSummary } from './harness/makeSummary.ts';
import { SHOP } from './harness/makeSite.ts';
import { onDisk } from './harness/onDisk.ts';
import { STALL } from './harness/STALL.ts';
import { startOnDisk } from './harness/startOnDisk.ts';
import { DEPLOY_TOKEN } from './harness/startWorker.ts';

const stage = onDisk('restart');
const { folder } = stage;

const call = (path: string, init: RequestInit = {}) => fetch(new URL(path, stage.running?.origin), init);
const admin = async (path: string, method = 'GET', body?: unknown) => (await call(`/v1/admin/${path}`, {
  method, headers: { authorization: `Bearer ${DEPLOY_TOKEN}`, 'if-match': '*' }, ...(body === undefined ? {} : { body: JSON.stringify(body) }),
})).json() as Promise<Record<string, unknown>>;
const page = (path: string, body: unknown) => call(path, { method: 'POST', headers: { origin: SHOP, 'user-agent': AGENT, 'content-type': 'text/plain' }, body: JSON.stringify(body) });

it('keeps what it acknowledged when it is killed at once, and goes on where it was', async () => {
  const vars = { WEBHOOK_TEST_ORIGIN: stage.receiver.origin };
  stage.running = await startOnDisk(folder, vars);
  const { key } = await admin('sites', 'POST', { name: 'Kept', origins: [SHOP] });
  await admin('sites/kept/config', 'PUT', STALL);
  await admin('sites/kept/webhooks', 'POST', { id: 'crm', url: stage.receiver.origin, events: ['message', 'request'] });
  stage.receiver.reply = () => ({ status: 503 });
  const send = (seq: number) => page(`/v1/summaries?key=${key}`, { v: 1, key, sentAt: 61_000, sessions: [makeSummary({ visitor: 'v1', session: 's1', seq, exposures: [makeExposure({ id: 'e1' })] })] });
  expect((await send(3)).status).toBe(202);
  const claim = { id: 'claim-before-the-kill-1', visitor: 'v1' };
  const given = await (await page(`/v1/offers/freeship/claims?key=${key}`, claim)).json();
  expect((await page(`/v1/requests?key=${key}`, { id: 'request-before-the-kill', name: '', contact: 'a@example.com', text: '', locale: 'en' })).status).toBe(202);
  await stage.running.kill();

  stage.receiver.got.length = 0;
  stage.receiver.reply = () => ({});
  stage.running = await startOnDisk(folder, vars);
  expect(await admin('sites/kept/sessions/s1')).toMatchObject({ summary: { visitor: 'v1' }, parts: [{ part: 'p1', seq: 3 }] });
  expect(await (await send(2)).json()).toMatchObject({ accepted: 0, superseded: [{ index: 0, have: 3 }] });
  expect(await (await send(3)).json()).toMatchObject({ accepted: 1 });
  expect(await (await page(`/v1/offers/freeship/claims?key=${key}`, claim)).json()).toEqual(given);
  expect(await admin('sites/kept/requests')).toMatchObject([{ id: 'request-before-the-kill' }]);
  expect(await admin('sites/kept/campaigns')).toMatchObject([{ id: 'stall', treatment: { visitors: 1, impressions: 1 } }, {}]);
  expect(await admin('sites/kept/recount')).toMatchObject({ sessions: 1, differences: [] });
  // What waited for the stage.receiver was not forgotten, and is told under its own name.
  await admin('sites/kept/webhooks/crm/replay', 'POST', { since: 0 });
  await vi.waitFor(() => expect(new Set(stage.receiver.got.map(({ headers }) => headers['webhook-id']))).toEqual(new Set(['message_s1_e1', 'request_request-before-the-kill'])), { timeout: 20_000 });
}, 120_000);
