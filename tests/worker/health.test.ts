import { afterAll, beforeAll, expect, it } from 'vitest';
import { startWorker, type RunningWorker } from './harness/startWorker.ts';

let running: RunningWorker;
beforeAll(async () => { running = await startWorker(); });
afterAll(() => running.close());

it('says what it is and which bindings are on', async () => {
  const response = await running.fetch('/v1/health');
  expect(response.status).toBe(200);
  const health = await response.json() as { build: string; bindings: Record<string, boolean> };
  expect(health).toMatchObject({ ok: true, schema: 1, bindings: { database: true, shards: true, offers: true, desk: true, profiles: true, deployToken: true, staffSessions: true } });
  expect(health.build).toMatch(/^0\.1\.0/);
  expect(response.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  expect(response.headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'");
});
