import { TEXTS } from '@tactful/protocol';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { campaign, deviceConfig } from './harness/deviceConfig.ts';
import { openStage, type Stage } from './harness/openStage.ts';
import { kept, openTab, SOON } from './harness/openTab.ts';
import { openShadow } from './widget/openShadow.ts';

const LOCALES = ['en', 'zh-Hans', 'zh-Hant', 'ar'] as const;
const HELP = campaign('help', [{ on: 'event', name: 'stuck' }]);
let stage: Stage;
beforeAll(async () => { stage = await openStage(deviceConfig({ campaigns: [HELP] })); });
afterAll(() => stage.close());

it.each(LOCALES)('%s: what the collector did not erase is not said to be erased, and the same token tries again', async (locale) => {
  const words = TEXTS[locale];
  stage.collector.config = deviceConfig({ locale, texts: words, campaigns: [HELP] });
  const visitor = await stage.visitor();
  await visitor.addInitScript(openShadow);
  const answers = [500, 0, 200];
  const asked: { method: string; token: string | undefined }[] = [];
  await visitor.route('**/v1/visitors/me?*', (route) => {
    asked.push({ method: route.request().method(), token: route.request().headers()['authorization'] });
    const status = answers.shift();
    return status ? route.fulfill({ status, json: status === 200 ? { erased: 1 } : {}, headers: { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*', 'access-control-allow-methods': '*' } }) : route.abort();
  });
  const tab = await openTab(stage, visitor);
  await tab.call('track', 'stuck');
  await tab.told('message:shown');
  const before = (await kept(tab.page)).entries['visitor'];
  const press = (name: string) => tab.page.getByRole('button', { name }).click();
  const main = tab.page.locator('tactful-widget .main');
  await press(words.your_data);
  for (const failures of [1, 2]) {
    await press(words.erase);
    await expect.poll(async () => (await tab.call('summary')).loss.erase, SOON).toBe(failures);
    await main.getByText(words.not_erased).waitFor();
    expect((await kept(tab.page)).entries['visitor']).toEqual(before);
  }
  await press(words.erase);
  await main.getByText(words.erased, { exact: true }).waitFor();
  await expect.poll(async () => (await kept(tab.page)).entries['visitor']?.visitor, SOON).not.toBe(before.visitor);
  expect(asked).toEqual(Array(3).fill({ method: 'DELETE', token: 'Bearer ' + before.token }));
  expect(tab.errors).toEqual([]);
  await visitor.close();
});
