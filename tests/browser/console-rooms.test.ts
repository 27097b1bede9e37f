import { WANTED_VISITORS_PER_ARM } from '@tactful/learner';
import { GATES } from '@tactful/protocol';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { ageDays } from '../worker/harness/ageDays.ts';
import { callAdmin } from '../worker/harness/callAdmin.ts';
import { makeSite, SHOP, type TestSite } from '../worker/harness/makeSite.ts';
import { STALL } from '../worker/harness/STALL.ts';
import { openConsole, STAFF, type ConsoleStage } from './console/openConsole.ts';
import { sendVisitors } from './console/sendVisitors.ts';

let stage: ConsoleStage;
let site: TestSite;
beforeAll(async () => {
  stage = await openConsole();
  site = await makeSite(stage.running, { id: 'shop', source: STALL });
  await makeSite(stage.running, { id: 'bare' });
  await stage.addStaff(['shop', 'bare']);
});
afterAll(() => stage.close());

it('refuses a wrong password in words, lets staff in, and out again', async () => {
  const { page, wrong } = await stage.open('#/shop/overview');
  await page.getByLabel('E-mail').fill(STAFF.email);
  await page.getByLabel('Password').fill('not the password');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('alert').getByText('E-mail or password is wrong.').waitFor();
  await stage.signIn(page);
  await page.reload();
  await page.getByRole('heading', { name: 'Overview', level: 1 }).waitFor();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  await page.reload();
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  expect(wrong).toEqual([]);
});

it('is served under a policy without exceptions, to a reader that is led to its folder', async () => {
  const answer = await fetch(new URL('/console', stage.running.origin));
  expect([answer.status, new URL(answer.url).pathname]).toEqual([200, '/console/']);
  const policy = answer.headers.get('content-security-policy') ?? '';
  expect(policy).not.toMatch(/unsafe|data:|blob:|https?:|\*/);
  expect(policy.split(/;\s*/)).toEqual(expect.arrayContaining(["default-src 'none'", "script-src 'self'", "style-src 'self'", "connect-src 'self'", "frame-ancestors 'none'", "require-trusted-types-for 'script'", "trusted-types 'none'"]));
  expect(await answer.text()).not.toMatch(/<script(?![^>]*src=)|\sstyle=|\son\w+=/);
});

it('starts empty in each room and says so, with the site’s own script tag', async () => {
  const { page, wrong } = await stage.open('#/bare/overview');
  await stage.signIn(page);
  await page.getByRole('heading', { name: 'Nothing has arrived yet' }).waitFor();
  const { key } = ((await (await callAdmin(stage.running, 'me')).json()) as { sites: { id: string; key: string }[] }).sites.find(({ id }) => id === 'bare')!;
  expect(await page.locator('pre').innerText()).toContain(`src="${stage.running.origin}/tactful.js" crossorigin="anonymous"\n  referrerpolicy="no-referrer" data-key="${key}" data-consent="pending"`);
  for (const [room, text] of [['Campaigns', 'No campaigns yet'], ['Sessions', 'No sessions yet'], ['Offers', 'No offers yet'], ['Requests', 'Nobody is waiting']] as const) {
    await page.getByRole('navigation', { name: 'Rooms' }).getByRole('link', { name: room }).click();
    await page.getByRole('heading', { name: room, level: 1 }).waitFor();
    await page.getByText(text).waitFor();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
  }
  expect(wrong).toEqual([]);
});

it('says that consent was never answered, with three fixes, once many loads brought no summary', async () => {
  const asked = await makeSite(stage.running, { id: 'asked' });
  await stage.addStaff(['shop', 'bare', 'asked']);
  for (let load = 0; load < 25; load++) expect((await stage.running.fetch(`/v1/config?v=1&key=${asked.key}&locale=en`, { headers: { origin: SHOP } })).status).toBe(200);
  const { page, wrong } = await stage.open('#/asked/overview');
  await stage.signIn(page);
  await page.getByRole('heading', { name: 'Consent was never answered' }).waitFor();
  await expect.poll(() => page.getByText('loaded the configuration 25 times').count()).toBe(1);
  expect(await page.locator('.fixes > li').count()).toBe(3);
  expect(wrong).toEqual([]);
});

it('shows what arrives without a reload; campaigns against control; and one session’s reasons', async () => {
  const { page, wrong } = await stage.open('#/shop/overview');
  await stage.signIn(page);
  await page.getByRole('heading', { name: 'Nothing has arrived yet' }).waitFor();
  await sendVisitors(stage.running, site, { arm: 'treatment', visitors: WANTED_VISITORS_PER_ARM + 20, buys: 3, value: 40 });
  await page.getByText('Installed. Summaries are arriving.').waitFor();
  await page.getByRole('row', { name: /^save-workflow 240 120$/ }).waitFor();

  await page.getByRole('link', { name: 'Campaigns' }).click();
  const card = page.getByRole('article', { name: 'Stalled at checkout' });
  await card.getByText('Not enough visitors yet').waitFor();
  // The coupon has a cost; the card beside it names no offer.
  expect([await card.getByText('Coupon cost').count(), await page.getByText('Coupon cost').count()]).toEqual([1, 1]);
  expect(await card.getByText(`0 of ${WANTED_VISITORS_PER_ARM}`, { exact: true }).count()).toBe(1);
  await sendVisitors(stage.running, site, { arm: 'control', visitors: WANTED_VISITORS_PER_ARM, buys: 5, value: 30 });
  await page.getByRole('link', { name: 'Overview' }).click();
  await page.getByRole('link', { name: 'Campaigns' }).click();
  await card.getByText('Incremental value').waitFor();
  const [report] = (await (await callAdmin(stage.running, 'sites/shop/campaigns')).json()) as [{ lift: { value: Record<'difference' | 'low' | 'high', number> } }];
  const euro = (value: number): string => new Intl.NumberFormat('en-US', { style: 'currency', currency: 'EUR', signDisplay: 'exceptZero' }).format(value);
  expect(await card.locator('.estimate').first().innerText()).toBe(
    `Value per visitor, difference\n${euro(report.lift.value.difference)}\n${euro(report.lift.value.low)} to ${euro(report.lift.value.high)} (95 %, at every look)`);
  expect(await card.locator('.interval').count()).toBe(await card.locator('.estimate b').count());
  await card.getByText('What stopped it').click();
  expect(await card.locator('.gates').innerText()).toBe(`Visitor was typing\n${2 * WANTED_VISITORS_PER_ARM + 20}`);

  await page.getByRole('link', { name: 'Sessions' }).click();
  await page.locator('tbody a').last().click();
  await page.getByText('The trigger fired').waitFor();
  await page.evaluate((hash) => { location.hash = hash; }, `#/shop/sessions/${'streatment0'.padEnd(23, 'x')}`);
  const exposure = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'Stalled at checkout', level: 3 }) });
  await exposure.getByText('The shop’s own check let it pass.').waitFor();
  await exposure.getByText('The trigger fired: dwell (page checkout, for 10s, consecutive 3, within 30m).').waitFor();
  const lines = await exposure.locator('.trace li').allTextContents();
  expect([lines.length, lines[1], lines[7]]).toEqual([GATES.length, 'Passed: The visitor is part of the rollout (drew 0.25).', 'Passed: The campaign’s own caps had room: not shown before.']);
  expect(await exposure.getByText('Campaign version 1.', { exact: true }).count()).toBe(1);
  await page.getByRole('heading', { name: 'Stalled at checkout' }).first().waitFor();
  expect(wrong).toEqual([]);
});

it('counts offers, and files requests until one is answered; what visitors wrote stays text', async () => {
  const headers = { origin: SHOP, 'content-type': 'text/plain' };
  const claim = await stage.running.fetch(`/v1/offers/freeship/claims?key=${site.key}`, { method: 'POST', headers, body: JSON.stringify({ id: 'c'.repeat(22), visitor: 'v'.repeat(22) }) });
  expect(claim.status).toBe(200);
  const shared = { pages: { checkout: { views: 2, activeMs: 63_000 } }, cart: { value: 80, currency: 'EUR', items: 1 }, errors: 0, formErrors: 3, tried: ['stall'] };
  const asked = await stage.running.fetch(`/v1/requests?key=${site.key}`, {
    method: 'POST', headers, body: JSON.stringify({ id: 'r'.repeat(22), name: '<img src=x onerror=alert(1)>', contact: 'javascript:alert(1)', text: '=1+1 <b>help</b>', locale: 'en', campaign: 'stall', shared }),
  });
  expect(asked.ok).toBe(true);

  const { page, wrong } = await stage.open('#/shop/offers');
  await stage.signIn(page);
  const offer = page.getByRole('region', { name: 'freeship' });
  await offer.getByText('99 of 100 left').waitFor();
  await page.getByRole('region', { name: 'pool' }).locator('summary').click();
  await page.getByLabel('Codes made on your shop’s platform, one per line').fill('ONE-1\nTWO-2');
  await page.getByRole('button', { name: 'Add codes' }).click();
  await page.getByText('2 new codes are in the pool.').waitFor();

  await page.getByRole('link', { name: 'Requests' }).click();
  const card = page.getByRole('article', { name: '<img src=x onerror=alert(1)>' });
  expect(await card.locator('blockquote').innerText()).toBe('=1+1 <b>help</b>');
  expect([await card.locator('a').count(), await card.locator('img').count()]).toEqual([0, 0]);
  expect(await card.getByText('2 views, 1 min 3 sec').count()).toBe(1);
  await card.getByRole('button', { name: 'Mark as answered' }).click();
  await page.getByText('Nobody is waiting').waitFor();
  const [row] = (await (await callAdmin(stage.running, 'sites/shop/requests')).json()) as [{ status: string; answeredBy: string }];
  expect([row.status, row.answeredBy]).toEqual(['answered', STAFF.email]);
  expect(wrong).toEqual([]);
});

it('pauses and resumes a campaign, and stops everything after a second question', async () => {
  const { page, wrong } = await stage.open('#/shop/campaigns');
  await stage.signIn(page);
  const card = page.getByRole('article', { name: 'Stalled at checkout' });
  const served = async (): Promise<{ campaigns: { id: string }[]; halt?: boolean }> => (await stage.running.fetch(`/v1/config?v=1&key=${site.key}&locale=en`, { headers: { origin: SHOP } })).json() as never;
  await card.getByRole('button', { name: 'Pause' }).click();
  await card.getByRole('button', { name: 'Resume' }).waitFor();
  expect((await served()).campaigns).toEqual([]);
  await card.getByRole('button', { name: 'Resume' }).click();
  await card.getByRole('button', { name: 'Pause' }).waitFor();
  expect((await served()).campaigns.map(({ id }) => id)).toEqual(['stall']);
  await page.getByRole('button', { name: 'Stop all messages' }).click();
  await page.getByRole('button', { name: 'Yes, stop' }).click();
  await page.getByText('All messages are stopped on this site.').waitFor();
  expect((await served()).halt).toBe(true);
  await page.getByRole('button', { name: 'Let them run again' }).click();
  await page.getByRole('button', { name: 'Stop all messages' }).waitFor();
  expect((await served()).halt).toBeUndefined();
  expect(wrong).toEqual([]);
});

it('says why a campaign paused itself, and when its groups are not as they were drawn', async () => {
  const halved = { ...STALL, campaigns: STALL.campaigns.map((campaign) => ({ ...campaign, control: 0.5 })) };
  const harmed = await makeSite(stage.running, { id: 'harmed', source: halved, shards: 1 });
  await stage.addStaff(['shop', 'bare', 'harmed']);
  for (const first of [0, WANTED_VISITORS_PER_ARM]) {
    await ageDays(stage.running, harmed, 1);
    await sendVisitors(stage.running, harmed, { arm: 'treatment', visitors: WANTED_VISITORS_PER_ARM, buys: 40, value: 40, first });
    await sendVisitors(stage.running, harmed, { arm: 'control', visitors: WANTED_VISITORS_PER_ARM, buys: 2, value: 40, first });
  }
  // The shard's daily look, now.
  expect((await callAdmin(stage.running, 'sites/harmed/retention', { method: 'PUT', body: { days: 395 } })).status).toBe(200);
  const { page, wrong } = await stage.open('#/harmed/campaigns');
  await stage.signIn(page);
  const card = page.getByRole('article', { name: 'Stalled at checkout' });
  await vi.waitFor(async () => {
    await page.reload();
    await card.getByText('It paused itself on').waitFor({ timeout: 2_000 });
  }, { timeout: 30_000 });
  const [{ pausedItself: { at, low, high } }] = (await (await callAdmin(stage.running, 'sites/harmed/campaigns')).json()) as [{ pausedItself: Record<'at' | 'low' | 'high', number> }];
  const euro = (value: number): string => new Intl.NumberFormat('en-US', { style: 'currency', currency: 'EUR', signDisplay: 'exceptZero' }).format(value);
  const day = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' }).format(at);
  expect(await card.getByRole('status').innerText()).toBe(
    `It paused itself on ${day}: visitors who were shown it brought less. Value per visitor differed by ${euro(low)} to ${euro(high)}, wholly below zero. Change it, or set it live again as it is: what was measured until then does not pause it again.`);
  expect(await card.getByText('Visitors who are shown it bring less than they would without it.', { exact: true }).count()).toBe(1);
  await card.getByRole('button', { name: 'Resume' }).click();
  await card.getByRole('button', { name: 'Pause' }).waitFor();
  expect(await card.getByText('It paused itself on').count()).toBe(0);

  // Of a tenth that were to be in control, half were.
  await page.evaluate((hash) => { location.hash = hash; }, '#/shop/campaigns');
  await card.getByText('Do not trust these differences: 45.5% of the visitors are in the control group, 10.0% were drawn into it.').waitFor();
  expect(wrong).toEqual([]);
});
