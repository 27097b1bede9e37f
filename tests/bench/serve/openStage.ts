import type { Browser } from 'playwright-core';
import { launchBrowser } from '../../browser/harness/launchBrowser.ts';
import { servePages, type Served } from '../../browser/harness/servePages.ts';
import type { Subject } from '../subjects/Subject.ts';
import { openSink, type Sink } from './openSink.ts';

/** A subject that can be visited. */
export interface Contender { readonly subject: Subject; readonly sink: Sink; readonly head: string }

/** A browser, a site of two pages, and a collector for each subject. */
export interface BenchStage {
  readonly browser: Browser;
  readonly contenders: ReadonlyMap<string, Contender>;
  /** A page with nothing on it but the subject. */
  emptyOf(name: string): string;
  /** A page of the shop. @param path of the page, as `/shop` */
  shopOf(name: string, path: string): string;
  close(): Promise<void>;
}

/** Nothing but this machine can be reached. */
const ALONE = '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE *.localhost, EXCLUDE 127.0.0.1';
/** A browser that says it is driven is told from people by some; and each of them may do all that it does for people. */
const AS_PEOPLE = '--disable-blink-features=AutomationControlled';

const empty = (head: string): string => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Empty</title><link rel="icon" href="data:,">${head}</head><body><h1>Empty</h1></body></html>`;

/** @param shop HTML of a page of the shop */
export async function openStage(subjects: readonly Subject[], shop: (head: string, subject: Subject) => string): Promise<BenchStage> {
  const contenders = new Map<string, Contender>();
  for (const subject of subjects) {
    const sink = await openSink(subject);
    contenders.set(subject.name, { subject, sink, head: subject.head(sink.origin) });
  }
  const at = (host = ''): Contender => [...contenders.values()][Number(/^s(\d+)\./.exec(host)?.[1] ?? 0)]!;
  // Each subject has a host of its own, so that none finds what another kept.
  const site: Served = await servePages(({ path, headers }, response) => response.writeHead(200, { 'content-type': 'text/html', 'cache-control': 'no-store' })
    .end(path === '/empty' ? empty(at(headers.host).head) : shop(at(headers.host).head, at(headers.host).subject)));
  const browser = await launchBrowser(ALONE, AS_PEOPLE);
  const originOf = (name: string): string => site.origin.replace('localhost', `s${[...contenders.keys()].indexOf(name)}.localhost`);
  return {
    browser, contenders,
    emptyOf: (name) => `${originOf(name)}/empty`,
    shopOf: (name, path) => originOf(name) + path,
    async close() {
      await browser.close();
      await Promise.all([site.close(), ...[...contenders.values()].map(({ sink }) => sink.close())]);
    },
  };
}
