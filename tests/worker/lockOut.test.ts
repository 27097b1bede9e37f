import type { AuditEntry } from '@tactful/protocol';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { jsonSchemaOf } from '../../packages/collector/src/openapi/openApi.ts';
import { routeTable } from '../../packages/collector/src/routes/routeTable.ts';
import { callAdmin } from './harness/callAdmin.ts';
import { makeSite } from './harness/makeSite.ts';
import { startWorker, type RunningWorker } from './harness/startWorker.ts';

/** Every route that takes a password from somebody who is not signed in: the same locks are on each, also on one to come. */
const DOORS = routeTable.filter(({ who, body }) => ['anyone', 'site', 'page', 'same_origin'].includes(who) && Object.hasOwn((body && jsonSchemaOf(body.schema) as { properties?: object })?.properties ?? {}, 'password'));
const PASSWORD = 'correct horse battery';

it('knows the doors', () => expect(DOORS.map(({ method, path }) => `${method} ${path}`)).toEqual(['POST /v1/admin/login']));

describe.each(DOORS.map(({ method, path }) => ({ method, path })))('$method $path', ({ method, path }) => {
  let running: RunningWorker;
  beforeAll(async () => {
    // Guesses are counted by quarters of an hour; the tests want one with room.
    await vi.waitUntil(() => Date.now() % 900_000 < 840_000, { timeout: 70_000, interval: 500 });
    running = await startWorker();
    await makeSite(running, { id: 'mine' });
    for (const email of ['ann@example.com', 'bob@example.com']) await callAdmin(running, 'staff', { method: 'POST', body: { email, password: PASSWORD, sites: ['mine'] } });
  }, 140_000);
  afterAll(() => running.close());
  const knock = (address: string, email: string, password: string): Promise<Response> => running.fetch(path, {
    method, headers: { origin: running.origin, 'content-type': 'application/json', 'cf-connecting-ip': address }, body: JSON.stringify({ email, password }),
  });
  const statuses = async (calls: readonly Promise<Response>[]): Promise<Record<string, number>> =>
    Object.fromEntries(Object.entries(Object.groupBy((await Promise.all(calls)).map(({ status }) => status), String)).map(([status, all]) => [status, all!.length]));
  const times = (n: number, one: (at: number) => Promise<Response>): Promise<Record<string, number>> => statuses(Array.from({ length: n }, (_, at) => one(at)));
  /** Whose locking stands in the site's audit log, the latest first. */
  const locked = async (): Promise<string[]> => (await (await callAdmin(running, 'sites/mine/audit')).json() as AuditEntry[])
    .filter(({ action, detail }) => action === 'lock_sign_in' && /^for \d+ s$/.test(detail)).map(({ by }) => by);

  it('takes a network that has a whole prefix of addresses for one: it tries ten passwords of an account, and locks nobody else out', async () => {
    expect(await times(40, (at) => knock(`2001:db8:1:2::${(at + 1).toString(16)}`, 'ann@example.com', 'wrong password'))).toEqual({ 401: 10, 429: 30 });
    expect((await knock('2001:db8:1:2::ffff', 'ann@example.com', PASSWORD)).status).toBe(429);
    expect((await knock('2001:db8:2::1', 'ann@example.com', PASSWORD)).status).toBe(200);
    await expect.poll(locked).toEqual(['ann@example.com']);
  });

  it('takes fifty guesses from it for all accounts together', async () => {
    expect(await times(70, (at) => knock(`2001:db8:9:${at.toString(16)}::1`, `nobody${at}@example.com`, 'wrong password'))).toEqual({ 401: 50, 429: 20 });
    expect((await knock('2001:db8:9::1', 'bob@example.com', PASSWORD)).status).toBe(429);
  });

  it('takes a hundred guesses at one account from anywhere; then its own password has to wait as well', async () => {
    expect(await times(120, (at) => knock(`198.51.${at}.1`, 'bob@example.com', 'wrong password'))).toEqual({ 401: 100, 429: 20 });
    const closed = await knock('203.0.113.9', 'bob@example.com', PASSWORD);
    expect([closed.status, ((await closed.json()) as { error: { code: string } }).error.code]).toEqual([429, 'too_many_requests']);
    expect(Number(closed.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(Number(closed.headers.get('retry-after'))).toBeLessThanOrEqual(900);
    expect((await knock('203.0.113.9', 'ann@example.com', PASSWORD)).status).toBe(200);
    // Once, however many come after; of the network that was locked out above nothing is written down.
    await expect.poll(locked).toEqual(['bob@example.com', 'ann@example.com']);
  });
});
