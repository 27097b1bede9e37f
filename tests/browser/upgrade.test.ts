import type { BrowserContext } from 'playwright-core';
import { expect, it } from 'vitest';
import { readRelease, RELEASES } from '../cases/releases/readRelease.ts';
import { deviceConfig } from './harness/deviceConfig.ts';
import { eachVisitor } from './harness/eachVisitor.ts';
import type { Stage } from './harness/openStage.ts';
import { kept, openTab, SOON } from './harness/openTab.ts';

let stage: Stage;
let visitor: BrowserContext;
eachVisitor(deviceConfig(), (scene) => { ({ stage, visitor } = scene); });

it.each(RELEASES)('what %s left on a device goes on: the visitor, what was shown, and what is still to be sent', async (release) => {
  const { config, entries, carried } = readRelease(release);
  stage.collector.config = config;
  await visitor.addInitScript(({ left, tab }) => {
    if (sessionStorage.getItem('tactful:pk_test')) return;
    sessionStorage.setItem('tactful:pk_test', tab);
    const request = indexedDB.open('tactful:pk_test');
    request.onupgradeneeded = () => request.result.createObjectStore('kv');
    request.onsuccess = () => {
      const put = request.result.transaction('kv', 'readwrite');
      for (const [key, value] of Object.entries(left)) put.objectStore('kv').put(value, key);
      put.oncomplete = () => request.result.close();
    };
  }, { left: entries, tab: carried });
  const tab = await openTab(stage, visitor, '/checkout/address');
  const name = Object.keys(entries).find((key) => key.startsWith('s:'))!;
  await expect.poll(() => stage.collector.summaries(), SOON).toContainEqual(entries[name]);
  expect(await tab.call('summary')).toMatchObject({ visitor: entries['visitor'].visitor, loss: {} });
  await tab.call('track', 'stuck');
  expect((await tab.call('explain', 'stall'))[0].gates.find(({ gate }: { gate: string }) => gate === 'frequency').passed).toBe(false);
  await tab.call('track', 'hello');
  await tab.told('message:shown');
  const { entries: now } = await kept(tab.page);
  expect([now['visitor'].token, now['caps'].arms]).toEqual([entries['visitor'].token, expect.objectContaining(entries['caps'].arms)]);
  expect(tab.errors).toEqual([]);
});
