import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { INTERNAL_NAMES } from '../../../scripts/build/internalNames.mjs';
import { DIST } from '../harness/serveCollector.ts';
import { HOSTILE_CSS, PAGE_CSS, pageSource, POSTER, STRICT_POLICY, type PageWish } from './pageSource.ts';

const built = (file: string) => readFileSync(`${DIST}/${file}`);
const here = (path: string) => readFileSync(new URL(path, import.meta.url));
const source = (path: string) => stripTypeScriptTypes(here('../../../packages/sdk/src/act/' + path).toString());
const FILES: Record<string, readonly [type: string, body: () => Buffer | string]> = {
  '/tactful-widget.js': ['text/javascript', () => built('tactful-widget.js')],
  '/tactful-talk.js': ['text/javascript', () => built('tactful-talk.js')],
  '/tactful-survey.js': ['text/javascript', () => built('tactful-survey.js')],
  '/tactful-data.js': ['text/javascript', () => built('tactful-data.js')],
  '/tactful-helped.js': ['text/javascript', () => built('tactful-helped.js')],
  '/host.js': ['text/javascript', () => here('./host.js').toString().replace('NAMES = {}', `NAMES = ${JSON.stringify(INTERNAL_NAMES)}`)],
  '/place.ts': ['text/javascript', () => source('place.ts')],
  '/keepOnPage.ts': ['text/javascript', () => source('keepOnPage.ts')],
  '/direction.ts': ['text/javascript', () => source('direction.ts')],
  '/focused.ts': ['text/javascript', () => source('focused.ts')],
  '/roots.ts': ['text/javascript', () => source('roots.ts')],
  '/typing.ts': ['text/javascript', () => source('typing.ts')],
  '/manners.ts': ['text/javascript', () => source('manners.ts')],
  '/boxes.ts': ['text/javascript', () => source('boxes.ts')],
  '/page.css': ['text/css', () => PAGE_CSS],
  '/hostile.css': ['text/css', () => HOSTILE_CSS],
  '/icon.svg': ['image/svg+xml', () => POSTER],
  '/poster.svg': ['image/svg+xml', () => POSTER],
  '/clip.webm': ['video/webm', () => here('./clip.webm')],
  '/captions.vtt': ['text/vtt', () => 'WEBVTT\n\n00:00.000 --> 00:02.000\nName the trigger first.\n'],
};

export interface WidgetServer {
  /** Address of a page as wished. */
  url(wish: PageWish & { readonly strict?: boolean }): string;
  /** Paths asked for so far. */
  readonly asked: string[];
  close(): Promise<void>;
}

/** Serves the built widget and pages for it, on a free port of this machine. */
export async function serveWidget(): Promise<WidgetServer> {
  const asked: string[] = [];
  const server: Server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const file = FILES[pathname];
    if (pathname !== '/' && !file) return void response.writeHead(404).end();
    if (file) asked.push(pathname);
    const wish = JSON.parse(searchParams.get('wish') ?? '{}') as PageWish & { strict?: boolean };
    response.writeHead(200, {
      'content-type': file ? file[0] : 'text/html; charset=utf-8',
      ...(wish.strict && { 'content-security-policy': STRICT_POLICY }),
    });
    response.end(file ? file[1]() : pageSource(wish));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    asked,
    url: (wish) => `http://127.0.0.1:${port}/?wish=${encodeURIComponent(JSON.stringify(wish))}`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
