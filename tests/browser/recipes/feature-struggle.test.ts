import { afterAll, beforeAll, expect, it } from 'vitest';
import { createStage, type Stage } from './stage/createStage.ts';
import { failOnce } from './stage/failOnce.ts';
import type { Tab } from './stage/openVisitor.ts';
import { NOTHING, whatIsKept } from './stage/whatIsKept.ts';

const TITLE = 'Can we help you set this up?';
let stage: Stage;
beforeAll(async () => { stage = await createStage('saas'); });
afterAll(() => stage.close());

/** Fills in the request that the chat offers and sends it; `more` comes before "Send". */
async function askPerson({ sight }: Tab, text: string, more = async (): Promise<void> => {}): Promise<void> {
  await sight.press('button', 'Talk to a person');
  await sight.fill('textbox', /E-mail or phone/, 'ops@example.com');
  await sight.fill('textbox', /How can we help/, text);
  await more();
  await sight.press('button', 'Send');
}

/** The newest request as the desk sees it, then answered there. */
async function answerNewest(): Promise<unknown> {
  const [request] = await stage.admin.requests(stage.site.id);
  expect(await stage.admin.answer(stage.site.id, request!.id)).toMatchObject({ id: request!.id, status: 'answered' });
  expect(await stage.admin.requests(stage.site.id)).toContainEqual(expect.objectContaining({ id: request!.id, status: 'answered' }));
  return request;
}

const shown = async (tab: Tab): Promise<string[]> => (await tab.messages()).filter((message) => message.startsWith('shown'));

it('three errors in a row open the chat: the film, then a person, whose answer is filed', async () => {
  const { drawn, visitor, tab } = await stage.enter('feature-struggle', 'treatment');
  await tab.open('/workflow');
  await failOnce(tab, visitor);
  await failOnce(tab, visitor);
  expect(await tab.sight.all('heading', TITLE)).toEqual([]);
  await failOnce(tab, visitor);
  await tab.sight.one('heading', TITLE);
  await visitor.run(1_100);
  expect(await shown(tab)).toEqual(['shown feature-struggle']);

  await tab.sight.press('button', 'A short video');
  const asked: string[] = [];
  tab.page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await tab.sight.press('button', 'Play video');
  await expect.poll(() => asked, { timeout: 20_000 }).toContain('/video/workflow.webm');
  await tab.sight.press('button', 'Still stuck');
  await askPerson(tab, 'The filter will not save.', () => tab.sight.press('checkbox', /Share what I tried/));
  await tab.sight.one('StaticText', 'Your message has been sent.');
  expect(await answerNewest()).toMatchObject({
    contact: 'ops@example.com', text: 'The filter will not save.', campaign: 'feature-struggle', status: 'open',
    shared: { pages: { workflow: { views: 1 } }, formErrors: 3, tried: ['hello', 'video', 'person'] },
  });

  await tab.leave();
  const { exposures, summary } = await stage.stored(visitor, drawn, ({ exposures: [one] }) => one?.outcome === 'click');
  expect(exposures).toMatchObject([{ campaign: 'feature-struggle', arm: 'treatment', outcome: 'click', reason: 'action' }]);
  expect(summary.counts).toMatchObject({ form_errors: 3, form_errors_run: 3 });
  await visitor.close();
});

it('a save that goes through between the second and the third ends the run', async () => {
  const { visitor, tab } = await stage.enter('feature-struggle', 'treatment');
  await tab.open('/workflow');
  await failOnce(tab, visitor);
  await failOnce(tab, visitor);
  const good = { name: 'Orders', schedule: '0 9 * * 1', filter: 'amount >= 100', window: '15m', retries: '3', target: 'https://hooks.example.com/orders', mapping: '{ "id": "order.id" }' };
  for (const [field, value] of Object.entries(good)) await tab.page.fill(`#${field}`, value);
  await tab.page.click('#save-workflow');
  await tab.page.locator('.note.good').waitFor();
  await visitor.run(4_000);
  await tab.page.fill('#window', '15');
  await failOnce(tab, visitor);
  await visitor.run(11_000);
  expect(await tab.sight.all('heading', TITLE)).toEqual([]);
  await failOnce(tab, visitor);
  await failOnce(tab, visitor);
  await tab.sight.one('heading', TITLE);
  await visitor.close();
});

it('over three minutes on the page open it too, and not a moment sooner; it leads to a person as well', async () => {
  const { drawn, visitor, tab } = await stage.enter('feature-struggle', 'treatment');
  await tab.open('/workflow');
  const active = (): Promise<number> => tab.page.evaluate(() => performance.now());
  while (await active() < 179_000) {
    await tab.page.mouse.move(300 + Math.round(await active() / 1_000), 300);
    await visitor.run(Math.min(20_000, 179_500 - Math.round(await active())));
  }
  expect(await tab.sight.all('heading', TITLE)).toEqual([]);
  await visitor.run(1_500);
  await tab.sight.one('heading', TITLE);
  await visitor.run(1_100);
  await askPerson(tab, 'Where do I begin?');
  await tab.sight.one('StaticText', 'Your message has been sent.');
  const request = await answerNewest();
  expect(request).toMatchObject({ contact: 'ops@example.com', text: 'Where do I begin?', campaign: 'feature-struggle', status: 'open' });
  expect(request).not.toMatchObject({ shared: expect.anything() });
  await tab.leave();
  const { exposures, summary } = await stage.stored(visitor, drawn, ({ exposures: [one] }) => one?.outcome === 'click');
  expect(exposures).toMatchObject([{ campaign: 'feature-struggle', arm: 'treatment', outcome: 'click' }]);
  expect(summary.pages.workflow.activeMs).toBeGreaterThanOrEqual(180_000);
  await visitor.close();
});

it('keeps to its cooldown: not again on the page, not after a reload, not in a second tab', async () => {
  const { drawn, visitor, tab } = await stage.enter('feature-struggle', 'treatment');
  const failThrice = async (one: Tab): Promise<void> => { for (let turn = 0; turn < 3; turn++) await failOnce(one, visitor); };
  await tab.open('/workflow');
  await failThrice(tab);
  await tab.sight.one('heading', TITLE);
  await visitor.run(1_100);
  await tab.sight.press('button', 'Close');
  await failThrice(tab);
  await visitor.run(12_000);
  expect(await shown(tab)).toEqual(['shown feature-struggle']);
  await tab.open('/workflow');
  await failThrice(tab);
  await visitor.run(12_000);
  expect(await shown(tab)).toEqual([]);
  const second = await visitor.newTab();
  await second.open('/workflow');
  await failThrice(second);
  await visitor.run(12_000);
  expect(await shown(second)).toEqual([]);
  await second.leave();
  const { exposures } = await stage.stored(visitor, drawn, ({ exposures: [one] }) => one?.outcome === 'dismiss');
  expect(exposures).toHaveLength(1);
  await visitor.close();
});

it('is silent in the control group, which is stored', async () => {
  const { drawn, visitor, tab } = await stage.enter('feature-struggle', 'control');
  await tab.open('/workflow');
  for (let turn = 0; turn < 3; turn++) await failOnce(tab, visitor);
  await tab.heldOut('feature-struggle');
  const { exposures } = await stage.stored(visitor, drawn, (detail) => detail.exposures.length > 0);
  expect(exposures).toMatchObject([{ campaign: 'feature-struggle', arm: 'control' }]);
  expect(await tab.sight.all('heading', TITLE)).toEqual([]);
  expect(await shown(tab)).toEqual([]);
  await visitor.close();
});

it('with consent refused it helps once a load, on each of three; nothing is kept and nothing is sent', async () => {
  const visitor = await stage.open({ consent: 'denied' });
  const tab = await visitor.newTab();
  const from = stage.wire.crossings.length;
  for (let load = 0; load < 3; load++) {
    await tab.open('/workflow');
    for (let turn = 0; turn < 3; turn++) await failOnce(tab, visitor);
    await tab.sight.one('heading', TITLE);
    await visitor.run(1_100);
    await tab.sight.press('button', 'Close');
    for (let turn = 0; turn < 3; turn++) await failOnce(tab, visitor);
    await visitor.run(12_000);
    expect(await shown(tab)).toEqual(['shown feature-struggle']);
  }
  expect(await whatIsKept(tab.page)).toEqual(NOTHING);
  expect(stage.wire.telling(from)).toEqual([]);
  await visitor.close();
});

it('helps on while the collector is down; a request that could not be sent is sent by the next page, once', async () => {
  const { visitor, tab } = await stage.enter('feature-struggle', 'treatment');
  await tab.open('/workflow');
  const before = (await stage.admin.requests(stage.site.id)).length;
  stage.wire.cut();
  await visitor.run(31_000);
  for (let turn = 0; turn < 3; turn++) await failOnce(tab, visitor);
  await tab.sight.one('heading', TITLE);
  await askPerson(tab, 'Still there?');
  await tab.sight.one('StaticText', /could not be sent just now/);
  await visitor.run(500);
  stage.wire.mend();
  // Nobody presses again: a page that comes next finds it kept, and sends it.
  await expect.poll(async () => {
    await tab.open('/workflow');
    await visitor.run(1_000);
    return stage.admin.requests(stage.site.id);
  }, { timeout: 30_000 }).toHaveLength(before + 1);
  await tab.open('/workflow');
  await visitor.run(60_000);
  const requests = await stage.admin.requests(stage.site.id);
  expect(requests).toHaveLength(before + 1);
  expect(requests[0]).toMatchObject({ text: 'Still there?', status: 'open' });
  await visitor.close();
});
