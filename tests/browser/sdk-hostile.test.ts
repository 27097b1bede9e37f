import { expect, it } from 'vitest';
import type { BrowserContext } from 'playwright-core';
import { campaign, deviceConfig } from './harness/deviceConfig.ts';
import { eachVisitor } from './harness/eachVisitor.ts';
import type { Stage } from './harness/openStage.ts';
import { kept, openTab, SOON } from './harness/openTab.ts';

const CONFIG = deviceConfig({
  campaigns: [
    campaign('help', [{ on: 'event', name: 'stuck' }]),
    campaign('offer', [{ on: 'event', name: 'saved' }], { message: { kind: 'coupon', title: 'Ten percent', offer: 'ten' } }),
  ],
});
let stage: Stage;
let visitor: BrowserContext;
eachVisitor(CONFIG, (scene) => {
  ({ stage, visitor } = scene);
  stage.collector.config = CONFIG;
  stage.collector.halt = false;
  stage.collector.intake = 202;
  stage.head = '';
  stage.attributes = 'data-consent="granted"';
});

it.each([
  ['blocked', 'IDBFactory.prototype.open=function(){throw new DOMException("no","SecurityError")}'],
  ['hanging', 'IDBFactory.prototype.open=function(){return {}}'],
  ['full', 'IDBObjectStore.prototype.put=function(){throw new DOMException("full","QuotaExceededError")}'],
  ['without databases()', 'IDBFactory.prototype.databases=undefined;IDBFactory.prototype.open=function(){throw new DOMException("no","SecurityError")}'],
])('storage that is %s: as if consent were unanswered, no discount, and the loss is counted', async (_name, script) => {
  await visitor.addInitScript(script);
  const tab = await openTab(stage, visitor);
  await tab.call('track', 'saved');
  await expect.poll(async () => (await tab.call('summary'))?.loss.storage, SOON).toBe(1);
  expect(await tab.call('explain', 'offer')).toMatchObject([{ shown: false, gates: expect.arrayContaining([{ gate: 'consent', passed: false, value: 'caps_unknown', wanted: 'full' }]) }]);
  await tab.call('track', 'stuck');
  await tab.told('message:shown');
  expect(await tab.call('summary')).toMatchObject({ exposures: [] });
  expect(tab.errors).toEqual([]);
});

/** Runs in the page at `/late`: whoever wants the database waits for half a second more than is given to it, from when it first asks. */
const HOLD = `if (location.pathname == '/late') {
  const opening = indexedDB.open('tactful:pk_test'), { open } = IDBFactory.prototype;
  let from = Infinity;
  IDBFactory.prototype.open = function () {
    from = Math.min(from, performance.now());
    return open.apply(this, arguments);
  };
  opening.onsuccess = () => {
    const store = opening.result.transaction('kv', 'readwrite').objectStore('kv');
    const hold = () => performance.now() < from + 1_500 ? store.count().onsuccess = hold : opening.result.close();
    hold();
  };
}`;

it('storage that answers after it was given up keeps what it has: session and visitor go on with the next page', async () => {
  await visitor.addInitScript(HOLD);
  const tab = await openTab(stage, visitor);
  const { session, visitor: id } = await tab.call('summary');
  await tab.go('/late');
  expect(await tab.call('summary')).toMatchObject({ loss: { storage: 1 } });
  expect((await kept(tab.page)).entries['session'].id).toBe(session);
  await tab.go('/next');
  expect(await tab.call('summary')).toMatchObject({ session, visitor: id });
});

it('sessionStorage that throws is as if this were the first page', async () => {
  await visitor.addInitScript('Object.defineProperty(window,"sessionStorage",{get(){throw new DOMException("no","SecurityError")}})');
  const tab = await openTab(stage, visitor);
  await tab.call('track', 'stuck');
  await tab.told('message:shown');
  expect(tab.errors).toEqual([]);
});

it('a host that laid toJSON on arrays and strings does not reach what is sent', async () => {
  stage.head = '<script>Array.prototype.toJSON=String.prototype.toJSON=function(){return"broken"}</script>';
  const tab = await openTab(stage, visitor);
  await tab.page.evaluate(() => (window as any).tactful.track('stuck'));
  await tab.told('message:shown');
  await tab.page.evaluate(() => (window as any).tactful.flush());
  expect(stage.collector.summaries()[0]).toMatchObject({ exposures: [{ campaign: 'help', arm: 'treatment' }] });
});

it('a configuration that does not parse is refused whole: the last good one stays', async () => {
  const tab = await openTab(stage, visitor);
  await expect.poll(async () => (await kept(tab.page)).entries['config'], SOON).toBeTruthy();
  stage.collector.config = '{"v":1,"campaigns":';
  await tab.go('/');
  expect(await tab.call('explain')).toHaveLength(2);
  stage.collector.config = { ...CONFIG, version: 'c2', pages: 'none' } as never;
  await tab.go('/');
  expect(await tab.call('explain')).toHaveLength(2);
  // It parses, and its selector is none.
  stage.collector.config = { ...CONFIG, version: 'c3', campaigns: [], parts: { sense: ['!!!bad['] } } as never;
  await tab.go('/');
  expect(await tab.call('explain')).toHaveLength(2);
  expect(tab.errors).toEqual([]);
});

it('an unknown clause makes its campaign ineligible and says where; the others live', async () => {
  stage.collector.config = { ...CONFIG, campaigns: [...CONFIG.campaigns, campaign('later', [{ on: 'telepathy' } as never]), campaign('broken', [{ on: 'event', name: 'x', resetOn: true } as never])], model: 1e9 } as never;
  const tab = await openTab(stage, visitor);
  expect(await tab.call('explain', 'later')).toMatchObject([{ eligible: false, gates: expect.arrayContaining([expect.objectContaining({ gate: 'status', passed: false, value: 'unsupported:trigger.clauses[0].on' })]) }]);
  expect(await tab.call('explain', 'broken')).toMatchObject([{ eligible: false, gates: expect.arrayContaining([expect.objectContaining({ gate: 'status', passed: false, value: 'unsupported:trigger' })]) }]);
  await tab.call('track', 'stuck');
  await tab.told('message:shown');
});

it('halt in an intake’s answer stops the page', async () => {
  const tab = await openTab(stage, visitor);
  stage.collector.halt = true;
  await tab.page.evaluate(() => (window as any).tactful.page());
  await tab.call('flush');
  expect(stage.collector.summaries()).toHaveLength(1);
  await tab.call('track', 'stuck');
  expect(await tab.call('explain', 'help')).toMatchObject([{ eligible: false }]);
  expect(await tab.count('message:eligible')).toBe(0);
});

it('runs a snapshot of the queue once; unknown verbs and re-entrant pushes are harmless; a second load does nothing', async () => {
  stage.head = `<script>window.tactful=window.tactful||function(){(tactful.q=tactful.q||[]).push(arguments)};window.n=0;
    tactful('nothing');tactful();tactful(null,1);tactful('constructor');tactful('__proto__');
    tactful('ready',function again(){window.n++;if(window.n<5)tactful('ready',again);(window.stub||{}).q&&stub.q.push(['ready',again])});window.stub=tactful;
    stub.q.push(7,'x',null,['track','stuck']);</script>`;
  const tab = await openTab(stage, visitor);
  await tab.told('message:shown');
  expect(await tab.page.evaluate(() => (window as any).n)).toBe(5);
  const before = await tab.page.evaluate(() => (window as any).same = (window as any).tactful, undefined).then(() => true);
  await tab.page.addScriptTag({ url: stage.collector.origin + '/tactful.js' });
  expect(before && await tab.page.evaluate(() => (window as any).same === (window as any).tactful)).toBe(true);
  expect(stage.collector.received.filter(({ path }) => path === '/v1/config')).toHaveLength(1);
  expect(tab.errors).toEqual([]);
});

it('entries of the queue that claim a billion arguments, or can’t be read, hold nothing up', async () => {
  stage.head = `<script>window.tactful=function(){};tactful.q=[{0:'track',1:'stuck',length:1e9},{get length(){throw new Error('no')}},{length:1e9},['track','saved']];tactful.q.length=1e9</script>`;
  const tab = await openTab(stage, visitor);
  await tab.told('message:shown');
  expect((await tab.call('explain', 'offer'))[0].gates).toContainEqual(expect.objectContaining({ gate: 'trigger', passed: true }));
  expect(tab.errors).toEqual([]);
});

/** Who asks for a lock waits until the page says so, from the first page on. */
const PENDING = `window.asked = [];
const { request } = LockManager.prototype;
LockManager.prototype.request = function (...how) {
  return new Promise((resolve) => asked.push(() => {
    const answer = request.apply(this, how);
    resolve(answer);
    return answer;
  }));
}`;

it('locks that never answer are as no locks: caps hold across tabs, and what is granted late is given back at once', async () => {
  stage.collector.config = { ...CONFIG, campaigns: [campaign('once', [{ on: 'event', name: 'stuck' }], { frequency: { lifetime: 1 } })] };
  await visitor.addInitScript(PENDING);
  const tabs = await Promise.all([openTab(stage, visitor), openTab(stage, visitor)]);
  await Promise.all(tabs.map((tab) => tab.call('track', 'stuck')));
  await expect.poll(async () => (await Promise.all(tabs.map((tab) => tab.count('message:shown')))).reduce((sum, n) => sum + n), SOON).toBe(1);
  await expect.poll(async () => Promise.all(tabs.map((tab) => tab.call('explain', 'once').then(([{ gates }]) => gates.find(({ gate }: { gate: string }) => gate === 'frequency').passed))), SOON).toEqual([false, false]);
  for (const { page, errors } of tabs) {
    // Each resolves when its lock is given back.
    expect(await page.evaluate(() => Promise.all((window as any).asked.map((answer: () => unknown) => answer())).then((all) => all.length))).toBeGreaterThan(1);
    expect(await page.evaluate(async () => (await navigator.locks.query()).held)).toEqual([]);
    expect(errors).toEqual([]);
  }
});

it('resets that follow each other open one visit more', async () => {
  const tab = await openTab(stage, visitor);
  const { visitor: before } = await tab.call('summary');
  const [transactions, after] = await tab.page.evaluate(async () => {
    const { transaction } = IDBDatabase.prototype;
    let n = 0;
    IDBDatabase.prototype.transaction = function (...how: any) {
      n++;
      return transaction.apply(this, how);
    };
    const { tactful } = window as any;
    await Array.from({ length: 300 }, () => tactful.reset()).pop();
    return [n, tactful.summary()?.visitor];
  });
  expect(transactions).toBeLessThan(30);
  expect(after).not.toBe(before);
  expect(after).toBeTruthy();
});

it('keys, input and presses that a page aims at the document are no errors', async () => {
  const tab = await openTab(stage, visitor);
  await tab.call('track', 'stuck');
  await tab.told('message:shown');
  await tab.page.evaluate(() => {
    const events = [new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }), ...['input', 'click', 'focusin', 'focusout', 'pointerover', 'pointerout', 'play', 'compositionend'].map((type) => new Event(type, { bubbles: true }))];
    for (const target of [document, window]) for (const event of events) target.dispatchEvent(event);
  });
  expect((await tab.call('summary')).loss.error).toBeUndefined();
  expect(tab.errors).toEqual([]);
});

it('no verb throws, whatever it is given', async () => {
  const tab = await openTab(stage, visitor);
  const thrown = await tab.page.evaluate(() => {
    const out: string[] = [];
    const { tactful } = window as any;
    const cyclic: any = {};
    cyclic.self = cyclic;
    const hostile = { get x() { throw new Error('getter'); }, toString() { throw new Error('toString'); } };
    const values = [undefined, null, 0, NaN, '', 'x'.repeat(100_000), Symbol('s'), [], {}, cyclic, hostile, () => { throw new Error('callback'); }, document, BigInt(1)];
    for (const verb of values) {
      try {
        tactful(verb, 'x');
      } catch (error) {
        out.push(typeof verb);
      }
    }
    for (const verb of Object.keys(tactful)) {
      if (['destroy', 'version', 'consent', 'reset'].includes(verb)) continue;
      for (const one of values) {
        for (const args of [[one], ['id', one], [one, one]]) {
          for (const call of [() => tactful(verb, ...args), () => (tactful[verb].call ? tactful[verb](...args) : 0)]) {
            try {
              call();
            } catch (error) {
              out.push(verb + ': ' + String(error));
            }
          }
        }
      }
    }
    return out;
  });
  expect(thrown).toEqual([]);
  expect(tab.errors).toEqual([]);
});
