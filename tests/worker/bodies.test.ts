import { LIMITS } from '@tactful/protocol';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { AnyRoute } from '../../packages/collector/src/routes/route.ts';
import { routeTable } from '../../packages/collector/src/routes/routeTable.ts';
import { makeSite, SHOP, type TestSite } from './harness/makeSite.ts';
import { DEPLOY_TOKEN, startWorker, type RunningWorker } from './harness/startWorker.ts';

let running: RunningWorker;
let site: TestSite;
beforeAll(async () => {
  running = await startWorker();
  site = await makeSite(running, { id: 'bodies' });
});
afterAll(() => running.close());

const BODIES = routeTable.filter(({ body }) => body);
/** Whoever the route is for, so that nothing but the body is refused. */
const send = ({ method, path, who }: AnyRoute, body: string): Promise<Response> => {
  const token = who === 'secret' ? site.secret : who === 'visitor' ? 'v'.repeat(43) : path.startsWith('/v1/admin/') && who !== 'same_origin' ? DEPLOY_TOKEN : undefined;
  return running.fetch(`${path.replace(':site', site.id).replace(/:\w+/g, 'x')}?key=${site.key}`, {
    method, headers: { origin: who === 'same_origin' ? running.origin : SHOP, ...(token && { authorization: `Bearer ${token}` }) }, body,
  });
};
const codeOf = async (response: Response): Promise<string> => `${response.status} ${((await response.json()) as { error?: { code: string } }).error?.code ?? ''}`;
const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);

it('has no body that may be larger or deeper than the contract’s, but a configuration, tried out or published, and codes for a pool', () => {
  expect(BODIES.length).toBeGreaterThan(14);
  const own = BODIES.filter(({ body }) => (body!.bytes ?? LIMITS.bodyBytes) > LIMITS.bodyBytes || (body!.depth ?? LIMITS.bodyDepth) > LIMITS.bodyDepth);
  expect(own.map(({ method, path, body }) => [method, path, body!.bytes, body!.depth])).toEqual([
    ['PUT', '/v1/admin/sites/:site/offers/:offer/pool', 131_072, undefined], ['PUT', '/v1/admin/sites/:site/config', LIMITS.configBytes, LIMITS.configDepth],
    ['POST', '/v1/admin/sites/:site/backtest', LIMITS.configBytes, LIMITS.configDepth],
  ]);
});

it.each(BODIES.map((row) => [`${row.method} ${row.path}`, row] as const))('%s: refuses what is too large or too deep before it is parsed; to the byte and the bracket it is looked at', async (_name, row) => {
  const { bytes = LIMITS.bodyBytes, depth = LIMITS.bodyDepth } = row.body!;
  // Neither is JSON, so whoever parsed it would say that.
  expect(await codeOf(await send(row, 'x'.repeat(bytes + 1)))).toBe('413 body_too_large');
  expect(await codeOf(await send(row, `${nested(depth + 1)}x`))).toBe('400 body_too_deep');
  expect(await codeOf(await send(row, 'x'.repeat(bytes)))).toBe('400 bad_json');
  expect(await codeOf(await send(row, `${nested(depth)}x`))).toBe('400 bad_json');
});
