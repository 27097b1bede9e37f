import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeSite, SHOP } from './harness/makeSite.ts';
import { STALL } from './harness/STALL.ts';
import { startBound } from './harness/startBound.ts';
import type { RunningWorker } from './harness/startWorker.ts';

/** So many in ten seconds, with one key; twice as many of one network. */
const LIMIT = 3;
let running: RunningWorker;
/** With limits that a test can reach. */
beforeAll(async () => { running = await startBound((written) => written.replace('limit = 2500', `limit = ${LIMIT}`).replace('limit = 1000', `limit = ${2 * LIMIT}`)); });
afterAll(() => running.close());

it('runs with every optional binding, and says so', async () => {
  expect(await (await running.fetch('/v1/health')).json()).toMatchObject({ bindings: { sharedQuotas: true, analytics: true, archive: true } });
});

it('counts by the platform’s own limits: by key and route, and by network', async () => {
  const [flooded, quiet] = [await makeSite(running, { id: 'flooded', source: STALL }), await makeSite(running, { id: 'quiet', source: STALL })];
  const ask = (key: string, network: number): Promise<Response> => running.fetch(`/v1/config?key=${key}`, { headers: { origin: SHOP, 'cf-connecting-ip': `203.0.${network}.7` } });
  const statuses: number[] = [];
  // The platform counts in windows of ten seconds: twice as many and one more are too many in any two of them.
  for (let n = 0; n <= 2 * LIMIT; n++) statuses.push((await ask(flooded.key, n)).status);
  expect([statuses.slice(0, LIMIT), statuses.includes(429)]).toEqual([[200, 200, 200], true]);
  expect((await ask(quiet.key, 1)).status).toBe(200);

  const refused: Response[] = [];
  for (let n = 0; n <= 4 * LIMIT; n++) {
    const response = await running.fetch(`/v1/config?key=pk_${n}`, { headers: { origin: SHOP, 'cf-connecting-ip': '198.51.100.7' } });
    if (response.status === 429) refused.push(response);
  }
  expect(refused.length).toBeGreaterThan(0);
  expect([refused[0]!.headers.get('retry-after'), await refused[0]!.json()]).toMatchObject(['10', { error: { code: 'too_many_requests' } }]);
});
