import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { campaign, deviceConfig } from './harness/deviceConfig.ts';
import { openStage, type Stage } from './harness/openStage.ts';
import { openTab, type Tab } from './harness/openTab.ts';

/** What stays where it is, or goes, while the app changes its route. The pointer rests on it. */
let stage: Stage;
beforeAll(async () => {
  stage = await openStage(deviceConfig());
});
afterAll(() => stage.close());
beforeEach(() => {
  stage.body = '<div id="box" style="position:absolute;left:100px;top:100px;width:200px;height:200px">Plan</div>';
});
const route = (tab: Tab, change = ''): Promise<void> => tab.page.evaluate((code) => {
  history.pushState({}, '', '/checkout/1');
  if (code) document.querySelector(code)!.remove();
}, change);
const shown = async (tab: Tab): Promise<string[]> => (await tab.call('explain')).filter((one: { shown: boolean }) => one.shown).map((one: { campaign: string }) => one.campaign);

it.each(['visible', 'dwell', 'hover'] as const)('an element that stays over a route: %s fires on the new page', async (on) => {
  stage.collector.config = deviceConfig({ targets: ['#box'], campaigns: [campaign('box', [{ on, target: 0, page: 'checkout', for: 300, ratio: 0.5 }])] });
  const visitor = await stage.visitor();
  const tab = await openTab(stage, visitor);
  await tab.page.mouse.move(210, 210);
  await route(tab);
  await tab.told('message:shown');
  expect(await shown(tab)).toEqual(['box']);
  await visitor.close();
});

it.each(['visible', 'dwell', 'hover'] as const)('an element that goes with the route: %s does not', async (on) => {
  stage.collector.config = deviceConfig({
    targets: ['#box'],
    campaigns: [campaign('box', [{ on, target: 0, page: 'checkout', for: 700, ratio: 0.5 }], { priority: 90 }), campaign('page', [{ on: 'dwell', page: 'checkout', for: 1_500 }])],
  });
  const visitor = await stage.visitor();
  const tab = await openTab(stage, visitor);
  await tab.page.mouse.move(210, 210);
  await route(tab, '#box');
  await tab.told('message:shown');
  expect(await shown(tab)).toEqual(['page']);
  await visitor.close();
});

it('a playing video that is taken out of the page pauses, and says so to itself alone', async () => {
  stage.collector.config = deviceConfig();
  const visitor = await stage.visitor();
  const tab = await openTab(stage, visitor);
  const heard = await tab.page.evaluate(async () => {
    const types: string[] = [];
    const video = document.body.appendChild(document.createElement('video'));
    video.muted = true;
    const canvas = document.createElement('canvas');
    canvas.getContext('2d')!.fillRect(0, 0, 9, 9);
    video.srcObject = canvas.captureStream();
    document.addEventListener('pause', () => types.push('document'), true);
    const paused = new Promise((done) => video.addEventListener('pause', done));
    void video.play().catch(() => undefined);
    video.remove();
    await paused;
    return types;
  });
  expect(heard).toEqual([]);
  await visitor.close();
});
