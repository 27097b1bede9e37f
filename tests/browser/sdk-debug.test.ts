import { expertModel, STATES } from '@tactful/protocol';
import { expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { campaign, deviceConfig } from './harness/deviceConfig.ts';
import { SOON, type Tab } from './harness/openTab.ts';
import { useTabs } from './harness/useTabs.ts';

const on = (name: string) => [{ on: 'event', name }] as const;
const CONFIG = deviceConfig({
  campaigns: [
    campaign('stall', [{ on: 'dwell', page: 'checkout', for: 10_000, consecutive: 3, within: 1_800_000 }]),
    campaign('dear', on('stuck'), { conditions: { all: [{ feature: 'cart.value', op: 'gte', value: 50 }] } }),
    campaign('silent', on('stuck'), { status: 'shadow' }),
    campaign('calm', on('calm'), { frequency: { cooldown: 600_000 } }),
    campaign('idle', [{ on: 'idle', for: 1_500 }], { conditions: { feature: 'user.never', op: 'eq', value: 1 } }),
    campaign('dead', [{ on: 'dead_click' }], { conditions: { feature: 'user.never', op: 'eq', value: 1 } }),
  ],
  parts: { sense: [] }, model: expertModel(STATES, 'EUR'),
});
const tabs = useTabs(CONFIG);

const DEBUG = '/?tactful_debug=1';
function open(path = DEBUG, { attributes = '', head = '', options = {} } = {}): Promise<Tab> {
  Object.assign(tabs.site(), { head, attributes: 'data-consent="granted" ' + attributes, body: '<h1>Shop</h1><button type="button">Dead</button>' });
  return tabs.open(path, options);
}
const panel = (page: Page) => page.locator('tactful-debug');
/** The line that says why a campaign is not shown. */
const line = (page: Page, id: string) => panel(page).locator('summary', { has: page.getByText(id, { exact: true }) });
const files = (page: Page) => page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => name.includes('tactful-debug')));

it('tells for each campaign which gate stops it, and what would open it; goes on as facts come', async () => {
  const { page, call, told } = await open();
  await line(page, 'stall').getByText('Stopped at page: The page is “home”; wanted: checkout. Opens with going there').waitFor();
  await line(page, 'dear').getByText('Stopped at trigger: Has not fired, or not lately. event “stuck”: 0 of 1. Opens with one of these.').waitFor();
  await line(page, 'silent').getByText('In shadow, never drawn. Stopped at trigger').waitFor();
  await call('track', 'stuck');
  await line(page, 'dear').getByText('Stopped at conditions: cart.value is unknown, wanted: is at least 50. Opens with values that fit').waitFor();
  await call('cart', { value: 20, currency: 'EUR', items: 1 });
  await line(page, 'dear').getByText('cart.value is 20, wanted: is at least 50').waitFor();
  await call('track', 'calm');
  await told('message:shown');
  await line(page, 'calm').getByText('Is shown now').waitFor();
  await line(page, 'calm').click();
  await panel(page).getByText(/campaign’s caps: Its own caps or waits are used up: .* of a wait are left\. Opens with time alone, in (10 min|9 min \d+ s) \(\d\d:\d\d:\d\d\)\./).first().waitFor();
  await panel(page).getByRole('button', { name: 'Fold' }).focus();
  await page.keyboard.press('Escape');
  await panel(page).waitFor({ state: 'detached' });
});

it('tells consent, page, configuration, part, losses, and the summary as it would be sent; closed, it sets no timer', async () => {
  const { page, call } = await open('/', { attributes: 'data-debug' });
  const facts = panel(page).locator('dl');
  const { part, seq } = await call('summary');
  await facts.getByText('home (type home)').waitFor();
  await facts.getByText('granted: all may show, measured').waitFor();
  await facts.getByText('c1, locale en, 6 campaigns').waitFor();
  await facts.getByText(`part ${part}, summary ${seq}`).waitFor();
  await call('cart', { value: 400, currency: 'EUR', items: 2 });
  expect(await facts.getByText(/^0\.\d+, 400 cart value/).evaluate((one) => one.previousElementSibling!.textContent)).toBe('intent high_value');
  await page.evaluate(() => (window as any).tactful.on('message:shown', () => { throw new Error('of the host'); }));
  await call('track', 'calm');
  await facts.getByText('1 swallowed').waitFor();
  await panel(page).getByText('Summary as it would be sent now').click();
  const sent = panel(page).locator('pre');
  await sent.getByText('"session"').waitFor();
  expect(JSON.parse(await sent.innerText())).toMatchObject({ part, config: 'c1' });
  await call('consent', 'denied');
  await facts.getByText('denied: help may show, not measured').waitFor();
  await facts.getByText('nothing would be sent').waitFor();
  await panel(page).getByRole('button', { name: 'Close' }).click();
  await panel(page).waitFor({ state: 'detached' });
  await page.evaluate(() => {
    const set = window.setTimeout;
    (window as any).delays = [];
    window.setTimeout = ((run: () => void, delay: number) => { (window as any).delays.push(delay); return set(run, delay); }) as typeof setTimeout;
  });
  await call('track', 'stuck');
  expect(await page.evaluate(() => (window as any).delays.filter((delay: number) => delay === 400))).toEqual([]);
});

it('is no activity: neither page nor sensors hear what is done in it, and its redrawing is no effect of a click', async () => {
  const { page, call } = await open(DEBUG, { head: `<script>window.heard=[];for(const type of ['pointermove','click','keydown','wheel'])
    for(const at of [document,document.documentElement])at.addEventListener(type,(event)=>heard.push(type),true)</script>` });
  await line(page, 'idle').getByText('no input for 2 s: 0 of 1').waitFor();
  await page.getByRole('button', { name: 'Dead' }).click();
  await page.evaluate(() => { (window as any).heard.length = 0; });
  const box = (await line(page, 'stall').boundingBox())!;
  let moves = 0;
  await expect.poll(async () => {
    await page.mouse.move(box.x + 20 + moves++ % 9, box.y + 8);
    await page.mouse.wheel(0, 1);
    await call('track', 'something');
    return [await line(page, 'idle').innerText(), await line(page, 'dead').innerText()].filter((text) => text.includes('Stopped at conditions')).length;
  }, { ...SOON, interval: 60 }).toBe(2);
  await page.mouse.click(box.x + 20, box.y + 8);
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => (window as any).heard)).toEqual([]);
});

it('decides nothing: the same visit with and without it is told alike', async () => {
  const visit = async (path: string) => {
    const { page, call, told } = await open(path);
    if (path === DEBUG) await line(page, 'dear').waitFor();
    await call('track', 'stuck');
    await call('track', 'calm');
    await told('message:shown');
    const traces = await call('explain');
    const { exposures, counts, gates, goals, loss } = await call('summary');
    if (path !== DEBUG) expect(await files(page)).toEqual([]);
    return {
      // Idle time goes on meanwhile.
      traces: traces.filter((trace: any) => trace.campaign !== 'idle').map(({ campaign: id, eligible, shown, gates: all }: any) => [id, eligible, shown, all.map(({ gate, passed }: any) => [gate, passed])]),
      counts: { ...counts, input: undefined }, gates, goals, loss, exposures: exposures.map(({ campaign: id, arm, outcome }: any) => [id, arm, outcome]),
    };
  };
  const without = await visit('/');
  expect(await visit(DEBUG)).toEqual(without);
});

it('keeps the strictest policy, leaves half of a phone to the page, and goes with destroy()', async () => {
  const { origin } = tabs.site().collector;
  const policy = `default-src 'none'; style-src 'none'; script-src ${origin} 'nonce-t'; connect-src ${origin}; require-trusted-types-for 'script'; trusted-types 'none'`;
  const head = `<meta http-equiv="content-security-policy" content="${policy}"><script nonce="t">window.violations=[];document.addEventListener('securitypolicyviolation',({violatedDirective,blockedURI})=>violations.push(violatedDirective+' '+blockedURI))</script>`;
  for (const [colorScheme, width, height] of [['light', 375, 667], ['dark', 1280, 800]] as const) {
    const { page, call } = await open(DEBUG, { head, options: { viewport: { width, height }, colorScheme } });
    await line(page, 'dear').getByText('Stopped at trigger').waitFor();
    const { height: taken, width: across, x } = (await panel(page).locator('.box').boundingBox())!;
    expect([taken <= height * (width < 480 ? 0.45 : 0.65), x >= 0, x + across <= width]).toEqual([true, true, true]);
    // The one is of the stage's own body.
    expect(await page.evaluate(() => (window as any).violations)).toEqual(['style-src-attr inline']);
    await call('destroy');
    await panel(page).waitFor({ state: 'detached' });
  }
});
