import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { BrowserContext } from 'playwright-core';
import type { DeviceMessage } from '@tactful/protocol';
import { campaign, deviceConfig } from './harness/deviceConfig.ts';
import { openStage, type Stage } from './harness/openStage.ts';
import { openTab, type Tab } from './harness/openTab.ts';
import { openShadow } from './widget/openShadow.ts';

const SURVEY: DeviceMessage = {
  kind: 'survey', title: 'One question',
  survey: [{ id: 'why', kind: 'single', ask: 'What kept you?', answers: [{ id: 'price', label: 'The price' }, { id: 'time', label: 'The time' }] }],
};
const BANNER: DeviceMessage = { kind: 'banner', title: 'Free delivery', body: 'Until Sunday.' };
const on = [{ on: 'event', name: 'stuck' }] as const;
const configOf = (message: DeviceMessage) => deviceConfig({ campaigns: [campaign('it', on, { message })], signals: [{ id: 'too-dear', on: 'event', name: 'survey:why:price' }] });
let stage: Stage;
let visitor: BrowserContext;
beforeAll(async () => { stage = await openStage(configOf(SURVEY)); });
afterAll(() => stage.close());
beforeEach(async () => {
  visitor = await stage.visitor();
  await visitor.addInitScript(openShadow);
});
afterEach(() => visitor.close());

async function open(message: DeviceMessage, script = '{}'): Promise<Tab> {
  stage.collector.config = configOf(message);
  stage.attributes = 'data-consent="granted"';
  stage.head = `<script>window.notes=[];window.tactfulConfig=${script}</script>`;
  const tab = await openTab(stage, visitor);
  await tab.call('track', 'stuck');
  return tab;
}
const last = async (tab: Tab) => {
  await tab.call('flush');
  return stage.collector.summaries().at(-1)!;
};

it('a survey’s answer ships as the signal that names it, and as nothing else', async () => {
  const tab = await open(SURVEY);
  await tab.told('message:shown', 1);
  await tab.page.getByText('The price').click();
  await tab.page.getByRole('button', { name: 'Done' }).click();
  await tab.page.locator('tactful-widget .done').waitFor();
  const { signals, exposures } = await last(tab);
  expect([signals, exposures[0]!.outcome]).toEqual([{ 'too-dear': { count: 1, longestRun: 1 } }, 'click']);
});

it('a survey whose file cannot be had draws nothing, and says that it could not be loaded', async () => {
  await visitor.route('**/tactful-survey.js', (route) => route.abort());
  const tab = await open(SURVEY);
  await tab.told('message:dismissed', 1);
  expect(await tab.page.locator('tactful-widget').count()).toBe(0);
  expect((await last(tab)).exposures[0]).toMatchObject({ outcome: 'ignore', reason: 'load' });
});

it.each([BANNER, SURVEY])('the host may draw a $kind, or veto it', async (message) => {
  const tab = await open(message, '{render:function(message,actions){notes.push(message.kind);actions.visible(true)}}');
  await tab.told('message:shown', 1);
  expect([await tab.page.evaluate('notes'), await tab.page.locator('tactful-widget').count()]).toEqual([[message.kind], 0]);
  await tab.page.close();
  await visitor.close();
  visitor = await stage.visitor();
  const vetoed = await open(message, '{beforeShow:function(message){notes.push(message.kind);return false}}');
  await vetoed.told('message:suppressed', 1);
  expect([await vetoed.page.evaluate('notes'), (await last(vetoed)).exposures[0]!.reason]).toEqual([[message.kind], 'veto']);
});
