import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openApi } from '../../packages/collector/src/openapi/openApi.ts';
import { routeTable } from '../../packages/collector/src/routes/routeTable.ts';
import { layReleases } from '../../scripts/releases/layReleases.mjs';
import { packRelease } from '../build/releases/packRelease.ts';
import { ownConfig } from './harness/ownConfig.ts';
import { startWorker, type RunningWorker } from './harness/startWorker.ts';

const room = mkdtempSync(join(tmpdir(), 'tactful-files-'));
const BEFORE = { 'tactful.js': 'the core of before', 'tactful-act.js': 'what acts of before' };

let running: RunningWorker;
beforeAll(async () => {
  expect(existsSync('packages/collector/assets/tactful.js'), 'the page\'s files: npm run build').toBe(true);
  const assets = join(room, 'assets');
  cpSync('packages/collector/assets', assets, { recursive: true });
  const { spec, integrity } = packRelease(room, '0.0.9', BEFORE);
  await layReleases({ releases: [{ version: '0.0.9', date: '2026-01-01', integrity }], assets, current: '0.1.0', now: Date.parse('2026-12-01'), specOf: () => spec });
  running = await startWorker({}, ownConfig(room, (written) => written.replace(/^directory = .*$/m, `directory = "${assets}"`)));
});
afterAll(async () => {
  await running.close();
  rmSync(room, { recursive: true, force: true });
});

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
  for (const file of ['tactful.js', 'tactful-ship.js', 'tactful-act.js', 'tactful-widget.js', 'tactful-talk.js', 'tactful-survey.js', 'tactful-data.js', 'tactful-helped.js', 'integrity.json']) {
    expect(await headers(`/v/0.1.0/${file}`)).toMatchObject({ status: 200, 'access-control-allow-origin': '*', 'cache-control': 'public, max-age=31536000, immutable' });
  }
});

it('serves a release of before as it was, with its hashes', async () => {
  for (const [file, text] of Object.entries(BEFORE)) {
    expect(await (await fetch(new URL(`/v/0.0.9/${file}`, running.origin))).text()).toBe(text);
    expect(await headers(`/v/0.0.9/${file}`)).toMatchObject({ status: 200, 'access-control-allow-origin': '*', 'cache-control': 'public, max-age=31536000, immutable' });
  }
  const hashes = Object.fromEntries(Object.entries(BEFORE).map(([file, text]) => [file, `sha384-${createHash('sha384').update(text).digest('base64')}`]));
  expect(await (await fetch(new URL('/v/0.0.9/integrity.json', running.origin))).json()).toEqual(hashes);
  expect(await (await fetch(new URL('/v/0.1.0/tactful.js', running.origin))).text()).toBe(readFileSync('packages/sdk/dist/tactful.js', 'utf8'));
});

it('serves the console under a strict policy, in no frame, to no other origin', async () => {
  const console = await headers('/console/');
  expect(console).toMatchObject({ status: 200, 'access-control-allow-origin': null, 'x-frame-options': 'DENY' });
  expect(console).toMatchObject({ 'content-security-policy': expect.stringMatching(/^default-src 'none'; script-src 'self'; style-src 'self';.*frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'$/) });
});

it('serves nothing else', async () => {
  for (const path of ['/', '/tactful', '/v/0.0.0/tactful.js', '/console/secrets.json', '/_headers', '/../wrangler.toml', '/.dev.vars']) expect({ path, status: (await headers(path)).status }).toEqual({ path, status: 404 });
});
