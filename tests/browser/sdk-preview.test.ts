import { expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { ERRORS, TEXTS, type DeviceMessage } from '@tactful/protocol';
import { campaign, deviceConfig } from './harness/deviceConfig.ts';
import { kept, SOON } from './harness/openTab.ts';
import { useTabs } from './harness/useTabs.ts';

const COUPON: DeviceMessage = { kind: 'coupon', title: 'A code', body: 'Yours.', offer: 'ten', action: { kind: 'apply_offer', label: 'Get code' } };
const OFFERS = { ten: { mode: 'minted' } } as const;
/** The site has other campaigns live; what is previewed is a draft, which it was not given. */
const CONFIG = deviceConfig({ campaigns: [campaign('help', [{ on: 'event', name: 'stuck' }])], offers: OFFERS });
const draft = (message: DeviceMessage) => [200, deviceConfig({ version: 'draft', texts: TEXTS.en, campaigns: [campaign('draft', [{ on: 'page', page: 'checkout' }], { message, frequency: { session: 1 }, control: 1 })], offers: OFFERS })] as const;
const ADDRESS = '/?tactful_preview=a.token.of-the-console';
const { site, open } = useTabs(CONFIG);

/** All that a visit leaves but the times in it: what would be sent, what is stored, caps. */
const traces = async (page: Page) => {
  const { summary, gates } = await page.evaluate(async () => {
    const { tactful } = window as any;
    return { summary: tactful.summary(), gates: await tactful.explain() };
  });
  const { exposures, counts, gates: shut, goals, signals, loss, features } = summary;
  const { entries, ...keys } = await kept(page);
  return { summary: { exposures, counts, gates: shut, goals, signals, loss, shown: features['messages.shown'] }, caps: entries['caps'], keys, opened: gates.map(({ campaign: id, eligible, shown }: any) => [id, eligible, shown]) };
};
const posts = () => site().collector.posts().map(({ path }) => path).filter((path) => path !== '/v1/summaries');

it('draws the draft marked as a preview, with a sample code; counts, stores, ships and claims nothing', async () => {
  site().collector.preview = draft(COUPON);
  const { page, call, count } = await open(ADDRESS);
  await page.getByRole('heading', { name: 'A code' }).waitFor();
  const [request] = site().collector.received.filter(({ path }) => path === '/v1/previews');
  expect(JSON.parse(request!.body)).toEqual({ token: 'a.token.of-the-console', locale: 'en' });
  const before = await traces(page);
  await page.getByText('Preview', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Get code' }).click();
  expect(await page.getByRole('textbox').inputValue()).toBe('PREVIEW');
  await page.getByRole('button', { name: 'Close' }).click();
  await page.getByRole('heading', { name: 'A code' }).waitFor({ state: 'detached' });
  await call('preview', 'draft');
  await page.getByRole('heading', { name: 'A code' }).waitFor();
  await page.evaluate(() => { (document.querySelector('tactful-widget') as any).earlier = true; });
  await call('preview', 'draft');
  await expect.poll(() => page.evaluate(() => [...document.querySelectorAll('tactful-widget')].map((element: any) => !!element.earlier)), SOON).toEqual([false]);
  expect(await traces(page)).toEqual(before);
  await call('flush');
  expect(posts()).toEqual(['/v1/previews']);
  expect(site().collector.summaries().at(-1)).toMatchObject({ exposures: [], gates: {}, goals: [] });
  for (const event of ['message:eligible', 'message:shown', 'message:clicked', 'message:dismissed', 'message:suppressed']) expect([event, await count(event)]).toEqual([event, 0]);
});

it('hands a headless host the message, with actions that say nothing', async () => {
  site().collector.preview = draft({ kind: 'card', title: 'Theirs' });
  site().head = '<script>window.tactfulConfig={render(message,actions){window.drawn=message.title;actions.visible(true);actions.clicked()}}</script>';
  const { page, count, call } = await open(ADDRESS);
  await page.waitForFunction(() => (window as any).drawn === 'Theirs');
  site().head = '';
  await call('flush');
  expect([await count('message:clicked'), site().collector.summaries().at(-1)!.exposures]).toEqual([0, []]);
});

it.each([
  ['over', [410, { error: { code: 'preview_over', message: ERRORS.preview_over.message } }], 'The preview is over; open a new one'],
  ['forged, or another site’s', [401, { error: { code: 'bad_preview', message: ERRORS.bad_preview.message } }], 'The preview is for another site'],
  ['answered with nonsense', [200, { campaigns: 'none' }], 'could not be reached, or gave no campaign'],
] as const)('%s: says so and draws nothing', async (_name, answer, text) => {
  site().collector.preview = answer;
  const { page, call } = await open(ADDRESS);
  await page.locator('tactful-debug').getByText(text).waitFor();
  await call('preview', 'help');
  expect(await page.locator('tactful-widget').count()).toBe(0);
});

it('a preview’s address is good for its own campaign alone', async () => {
  site().collector.preview = draft({ kind: 'card', title: 'Theirs' });
  const { page, call } = await open(ADDRESS);
  await page.getByRole('heading', { name: 'Theirs' }).waitFor();
  await call('preview', 'help');
  await page.locator('tactful-debug').getByText('This address is for “draft”').waitFor();
  expect(await page.locator('tactful-widget').count()).toBe(1);
});
