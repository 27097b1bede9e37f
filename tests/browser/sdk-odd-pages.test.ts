import { expect, it } from 'vitest';
import type { BrowserContext } from 'playwright-core';
import { campaign, deviceConfig } from './harness/deviceConfig.ts';
import { eachVisitor } from './harness/eachVisitor.ts';
import { hearErrors } from './harness/hearErrors.ts';
import { ready, type Stage } from './harness/openStage.ts';
import { openTab, SOON } from './harness/openTab.ts';

/** Pages that took something away, or put something odd in its place, before or after the SDK came. */
const CONFIG = deviceConfig({ campaigns: [campaign('help', [{ on: 'event', name: 'stuck' }])] });
let stage: Stage;
let visitor: BrowserContext;
eachVisitor(CONFIG, (scene) => {
  ({ stage, visitor } = scene);
  stage.head = '';
  stage.body = '<h1>Shop</h1>';
});

it.each([
  ['fetch', 'delete window.fetch'],
  ['MutationObserver', 'delete window.MutationObserver'],
  ['AbortController', 'delete window.AbortController'],
  ['a clock', 'performance.now=function(){throw new Error("no")}'],
])('a page without %s goes on without us, and hears no error', async (_name, script) => {
  stage.head = `<script>${script}</script>`;
  const page = await visitor.newPage();
  const errors: string[] = [];
  hearErrors(page, errors);
  await page.goto(stage.origin, { waitUntil: 'load' });
  expect(await page.evaluate(() => typeof (window as any).tactful)).toBe('undefined');
  expect(errors).toEqual([]);
});

it.each([
  ['a name that an old library laid on every object', 'Object.prototype.extra="x"'],
  ['a frozen dataLayer', 'dataLayer=Object.freeze([{event:"stuck"}])'],
  ['a dataLayer whose entry throws', 'dataLayer=[{get event(){throw new Error("no")}},{event:"stuck"}]'],
  ['a dataLayer that claims to be endless', 'dataLayer=[["consent","default",{analytics_storage:"granted"}],{event:"x"}];dataLayer.length=2**32-1'],
  ['a dataLayer that is none', 'dataLayer={length:1e9}'],
  ['an order of endless lines', 'dataLayer=[{event:"view_cart",ecommerce:{items:Object.assign([],{length:2**32-1})}}]'],
  ['a form named like the body', 'document.write("<form name=body></form>")'],
])('%s keeps nothing from running', async (_name, script) => {
  stage.head = `<script>${script}</script>`;
  const tab = await openTab(stage, visitor);
  await tab.call('track', 'stuck');
  await tab.told('message:shown');
  expect(tab.errors).toEqual([]);
});

it.each([
  ...['hidden', 'activeElement', 'referrer', 'visibilityState', 'body', 'documentElement', 'cookie', 'title', 'baseURI'].map((name) => ['iframe', name]),
  ...['hidden', 'activeElement', 'referrer', 'body'].flatMap((name) => [['img', name], ['form', name]]),
] as [string, string][])('<%s name=%s> stands in for nothing that we ask of the document', async (tag, name) => {
  stage.body = `<h1>Shop</h1><${tag} name="${name}"></${tag}>`;
  const tab = await openTab(stage, visitor);
  expect(await tab.page.evaluate((word) => Reflect.get(document, word) !== Reflect.get(Document.prototype, word, document), name)).toBe(true);
  await tab.call('track', 'stuck');
  await tab.told('message:shown');
  expect(tab.errors).toEqual([]);
  expect((await tab.call('summary')).loss.error).toBeUndefined();
});

it.each([
  ['the tag’s options are not found', 'undefined'], ['the page gives the options', 'function'],
])('frames named as all that we ask of the document leave the page without an error; %s', async (_what, is) => {
  if (is === 'function') stage.head = `<script>window.tactfulConfig={key:'pk_test',apiHost:'${stage.collector.origin}'}</script>`;
  stage.body = ['referrer', 'hasFocus', 'querySelector', 'querySelectorAll', 'elementFromPoint', 'createElement', 'defaultView', 'currentScript']
    .map((name) => `<iframe name="${name}"></iframe>`).join('');
  const page = await visitor.newPage();
  const errors: string[] = [];
  hearErrors(page, errors);
  await page.goto(stage.origin);
  expect(await page.evaluate(() => typeof (window as any).tactful)).toBe(is);
  if (is === 'function') await ready(page);
  const thrown = await page.evaluate(() => ['track', 'page', 'cart', 'show', 'summary', 'explain', 'flush', 'destroy'].filter((verb) => {
    try {
      (window as any).tactful?.[verb]('x');
      return false;
    } catch {
      return true;
    }
  }));
  expect(thrown).toEqual([]);
  expect(errors).toEqual([]);
});

it('a body that comes late keeps no call waiting', async () => {
  stage.head = '<script>window.tactful=function(){(tactful.q=tactful.q||[]).push(arguments)};tactful("track","stuck");Object.defineProperty(document,"body",{get:()=>null,configurable:true})</script>';
  const tab = await openTab(stage, visitor);
  await tab.page.evaluate(() => Reflect.deleteProperty(document, 'body'));
  await tab.told('message:shown');
  expect((await tab.call('summary')).loss.error).toBeUndefined();
});

it.each(['Math.round', 'Math.max', 'Array.prototype[Symbol.iterator]'])('no verb throws after the page broke %s', async (what) => {
  const tab = await openTab(stage, visitor);
  const thrown = await tab.page.evaluate((name) => {
    const broken = (): never => {
      throw new Error('broken');
    };
    const out: string[] = [];
    const { tactful } = window as any;
    const undo = name === 'Math.round' ? Math.round : name === 'Math.max' ? Math.max : Array.prototype[Symbol.iterator];
    const put = (value: any): void => void (name === 'Math.round' ? Math.round = value : name === 'Math.max' ? Math.max = value : Array.prototype[Symbol.iterator] = value);
    put(broken);
    ['track', 'summary', 'cart', 'setAttributes', 'page', 'hide'].forEach((verb) => {
      try {
        tactful[verb]('x');
      } catch (error) {
        out.push(verb + ' ' + String(error));
      }
    });
    put(undo);
    return out;
  }, what);
  expect(thrown).toEqual([]);
});

it.each([['en_US', 'en-US'], ['EN-us', 'en-us'], ['{{lang}}', 'en']])('a page in "%s" is summarized as %s', async (lang, told) => {
  const tab = await openTab(stage, visitor);
  await tab.page.evaluate((word) => document.documentElement.setAttribute('lang', word), lang);
  stage.head = `<script>document.documentElement.lang=${JSON.stringify(lang)}</script>`;
  await tab.go('/');
  await tab.call('track', 'stuck');
  await tab.told('message:shown');
  await tab.call('flush');
  expect(stage.collector.summaries().at(-1)?.context.locale).toBe(told);
});

it('an element named like our script, or our options, stands in for neither', async () => {
  stage.head = '<a id="tactfulConfig"></a><a id="tactfulConfig" name="apiHost" href="https://evil.example/"></a>';
  const tab = await openTab(stage, visitor);
  await tab.call('track', 'stuck');
  await tab.told('message:shown');
  expect(tab.errors).toEqual([]);
});

it('destroy() while a file is on its way leaves nothing, and no error', async () => {
  const tab = await openTab(stage, visitor);
  const asked = tab.page.waitForRequest(/tactful-act\.js$/);
  await tab.page.evaluate(() => {
    const { tactful } = window as any;
    tactful.track('stuck');
    tactful.chat.open();
    tactful.destroy();
  });
  // Who asks for the same file later hears later that it came; text, since a bundler would make an import its own.
  const act = (await asked).url();
  for (const file of [act, act.replace('-act', '-widget')]) await tab.page.evaluate(`import('${file}').then(() => undefined)`);
  expect(await tab.page.evaluate(() => document.querySelector('tactful-widget'))).toBeNull();
  expect(tab.errors).toEqual([]);
});

it('an error on the way to a message gives the place back: the next attempt shows it', async () => {
  const tab = await openTab(stage, visitor);
  await tab.page.evaluate(() => {
    const own = document.elementFromPoint;
    document.elementFromPoint = () => {
      document.elementFromPoint = own;
      throw new Error('no');
    };
    Object.defineProperty(Document.prototype, 'elementsFromPoint', { value: document.elementFromPoint, configurable: true });
    (window as any).tactful.track('stuck');
  });
  await expect.poll(() => tab.page.evaluate(async () => (await navigator.locks.query()).held!.some(({ name }) => name!.endsWith('show'))), SOON).toBe(false);
  expect(tab.errors).toEqual([]);
});
