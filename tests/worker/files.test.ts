import { existsSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openApi } from '../../packages/collector/src/openapi/openApi.ts';
import { routeTable } from '../../packages/collector/src/routes/routeTable.ts';
import { startWorker, type RunningWorker } from './harness/startWorker.ts';

let running: RunningWorker;
beforeAll(async () => {
  expect(existsSync('packages/collector/assets/tactful.js'), 'the page\'s files: npm run build').toBe(true);
  running = await startWorker();
});
afterAll(() => running.close());

const headers = async (path: string) => {
  const response = await fetch(new URL(path, running.origin), { redirect: 'manual' });
  await response.arrayBuffer();
  return { status: response.status, ...Object.fromEntries(['access-control-allow-origin', 'cache-control', 'content-security-policy', 'x-frame-options'].map((name) => [name, response.headers.get(name)])) };
};

it('serves the script to any page, for a minute', async () => {
  expect(await headers('/tactful.js')).toMatchObject({ status: 200, 'access-control-allow-origin': '*', 'cache-control': 'public, max-age=60, stale-while-revalidate=86400' });
});

it('serves what describes its routes, as they are', async () => {
  expect(await (await fetch(new URL('/openapi.json', running.origin))).json()).toEqual(openApi(routeTable));
  expect(await headers('/openapi.json')).toMatchObject({ status: 200, 'access-control-allow-origin': '*', 'cache-control': 'public, max-age=300' });
});

it('serves a version for good', async () => {
  for (const file of ['tactful.js', 'tactful-ship.js', 'tactful-act.js', 'tactful-widget.js', 'tactful-talk.js', 'tactful-survey.js', 'tactful-data.js', 'integrity.json']) {
    expect(await headers(`/v/0.1.0/${file}`)).toMatchObject({ status: 200, 'access-control-allow-origin': '*', 'cache-control': 'public, max-age=31536000, immutable' });
  }
});

it('serves the console under a strict policy, in no frame, to no other origin', async () => {
  const console = await headers('/console/');
  expect(console).toMatchObject({ status: 200, 'access-control-allow-origin': null, 'x-frame-options': 'DENY' });
  expect(console).toMatchObject({ 'content-security-policy': expect.stringMatching(/^default-src 'none'; script-src 'self'; style-src 'self';.*frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'$/) });
});

it('serves nothing else', async () => {
  for (const path of ['/', '/tactful', '/v/0.0.0/tactful.js', '/console/secrets.json', '/_headers', '/../wrangler.toml', '/.dev.vars']) expect({ path, status: (await headers(path)).status }).toEqual({ path, status: 404 });
});
