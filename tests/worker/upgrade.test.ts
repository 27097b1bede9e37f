import { afterAll, beforeAll, expect, it } from 'vitest';
import { readRelease, RELEASES } from '../cases/releases/readRelease.ts';
import { AGENT } from '../doubles/AGENT.ts';
import { callAdmin } from './harness/callAdmin.ts';
import { makeSite, SHOP } from './harness/makeSite.ts';
import { STALL } from './harness/STALL.ts';
import { startWorker, type RunningWorker } from './harness/startWorker.ts';

let running: RunningWorker;
beforeAll(async () => { running = await startWorker(); });
afterAll(() => running.close());

it.each(RELEASES)('what a page of %s sends is taken, and counts', async (release) => {
  const site = await makeSite(running, { id: 'shop', source: STALL });
  const { body } = readRelease(release);
  const response = await running.fetch(`/v1/summaries?key=${site.key}`, { method: 'POST', headers: { origin: SHOP, 'content-type': 'text/plain', 'user-agent': AGENT }, body: body.replace('"key":"pk_test"', `"key":"${site.key}"`) });
  expect([response.status, await response.json()]).toMatchObject([202, { accepted: 1, rejected: [] }]);
  const [report] = await (await callAdmin(running, 'sites/shop/campaigns')).json() as { treatment: object }[];
  expect(report?.treatment).toMatchObject({ visitors: 1, impressions: 1, conversions: 1, value: 99.8 });
  const answer = await running.fetch(`/v1/visitors/me?key=${site.key}`, { headers: { origin: SHOP, authorization: `Bearer ${readRelease(release).entries['visitor'].token}` } });
  expect(answer.status).toBe(200);
});
