import { afterAll, beforeAll, expect, it } from 'vitest';
import { countHeld } from './harness/countHeld.ts';
import { campaign, deviceConfig } from './harness/deviceConfig.ts';
import { openStage, type Stage } from './harness/openStage.ts';
import { kept, openTab, SOON } from './harness/openTab.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage(deviceConfig({
    sources: ['_paq'], targets: ['h1', '#pay'], signals: [{ id: 's', on: 'click', target: 0 }],
    campaigns: [campaign('help', [{ on: 'event', name: 'stuck' }, { on: 'visible', target: 0, ratio: 0.5, for: 60_000 }, { on: 'hover', target: 0, for: 60_000 }], { goal: { event: 'purchase', within: 60_000 } })],
  }));
});
afterAll(() => stage.close());

it.each([['the Navigation API', ''], ['a patched history', 'Object.defineProperty(window,"navigation",{value:undefined});']])('destroy leaves nothing, with a message open (%s)', async (_name, script) => {
  stage.head = `<script>${script}window.before=0;window._paq=[];window.dataLayer=[];window.before={push:dataLayer.push,own:Object.keys(dataLayer).join(),state:history.pushState,globals:Object.getOwnPropertyNames(window).join()}</script>`;
  const visitor = await stage.visitor();
  await visitor.addInitScript(countHeld);
  const tab = await openTab(stage, visitor);
  const start = await tab.page.evaluate(() => (window as any).held());
  expect(start.listeners.length).toBeGreaterThan(20);
  await tab.call('track', 'stuck');
  await tab.told('message:shown');
  await tab.call('flush');
  await tab.call('destroy');
  const { held, nodes, patches, globals, locks } = await tab.page.evaluate(async () => {
    const { before, _paq, dataLayer } = window as any;
    return {
      held: (window as any).held(),
      nodes: document.querySelectorAll('body > :not(h1), html > :not(head, body)').length,
      patches: [dataLayer.push === before.push, Object.prototype.hasOwnProperty.call(_paq, 'push'), Object.prototype.hasOwnProperty.call(history, 'pushState')],
      globals: Object.getOwnPropertyNames(window).filter((name) => !before.globals.split(',').includes(name)),
      locks: (await navigator.locks.query()).held!.length,
    };
  });
  expect(held).toEqual({ listeners: [], timers: 0, observers: 0, channels: 0 });
  expect([nodes, locks]).toEqual([0, 0]);
  expect(patches).toEqual([true, false, false]);
  expect(globals).toEqual(['tactful']);
  stage.collector.received.length = 0;
  await tab.page.evaluate(() => {
    (window as any).dataLayer.push({ event: 'purchase' });
    history.pushState({}, '', '/checkout/1');
    (window as any).tactful('track', 'stuck');
    (window as any).tactful('flush');
  });
  await tab.page.goto('about:blank');
  expect(stage.collector.received).toEqual([]);
  expect(tab.errors).toEqual([]);
  await visitor.close();
});

it.each([['sent at once', 202, true], ['kept for the next page, where the collector can’t be had', 0, false]])('what was counted up to destroy is %s', async (_name, intake, sent) => {
  stage.head = '';
  stage.collector.intake = intake;
  const visitor = await stage.visitor();
  const tab = await openTab(stage, visitor);
  stage.collector.received.length = 0;
  await tab.page.evaluate(() => {
    (window as any).tactful('track', 'purchase', { transaction_id: 'o1', value: 20, currency: 'EUR' });
    (window as any).tactful('destroy');
  });
  const ordered = async () => stage.collector.summaries().filter(({ goals }) => goals.length).map(({ seq, goals }) => [seq, goals[0]!.value]);
  if (sent) await expect.poll(ordered, SOON).toEqual([[1, 20]]);
  await expect.poll(async () => Object.values((await kept(tab.page)).entries).find(({ goals }) => goals?.length)?.goals[0].value, SOON).toBe(20);
  stage.collector.intake = 202;
  await tab.go('/');
  await tab.call('flush');
  await expect.poll(async () => (await ordered()).length > 0, SOON).toBe(true);
  expect(tab.errors).toEqual([]);
  await visitor.close();
});
