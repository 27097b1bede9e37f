import type { ConfigDocument, Summary } from '@tactful/protocol';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { callAdmin } from '../worker/harness/callAdmin.ts';
import { makeSite, type TestSite } from '../worker/harness/makeSite.ts';
import { makeSummary } from '../worker/harness/makeSummary.ts';
import { sendSummaries } from '../worker/harness/sendSummaries.ts';
import { STALL } from '../worker/harness/STALL.ts';
import { openConsole, STAFF, type ConsoleStage } from './console/openConsole.ts';

let stage: ConsoleStage;
let tried: TestSite;
beforeAll(async () => {
  stage = await openConsole();
  for (const id of ['held', 'edit', 'race', 'back', 'late', 'old', 'typed', 'bare']) await makeSite(stage.running, { id, ...(id === 'bare' ? {} : { source: STALL }) });
  tried = await makeSite(stage.running, { id: 'tried', source: STALL });
  await stage.addStaff(['tried', 'held', 'edit', 'race', 'back', 'late', 'old', 'typed', 'bare']);
});
afterAll(() => stage.close());

const published = async (site: string): Promise<ConfigDocument & { source: any }> => (await callAdmin(stage.running, `sites/${site}/config`)).json() as never;
const editor = (page: Page) => page.getByLabel('Configuration as JSON');
/** Replaces the whole text, as one paste does. */
async function write(page: Page, source: unknown): Promise<void> {
  await editor(page).click();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText(typeof source === 'string' ? source : JSON.stringify(source, null, 2));
}
const changed = (name: string): object => ({ ...STALL, campaigns: [{ ...STALL.campaigns[0], name }, STALL.campaigns[1]] });
const issuePath = (page: Page) => page.locator('.issue-path');

it('marks mistakes where they are as one types, and publishes only what is sound', async () => {
  const { page, wrong } = await stage.open('#/edit/campaigns/edit/hello');
  await stage.signIn(page);
  await editor(page).waitFor();
  // The link of a campaign opens the text at that campaign.
  expect(await page.evaluate(() => (document.querySelector('.editor')?.shadowRoot?.querySelector('.cm-activeLine') as HTMLElement).innerText.trim())).toBe('{');

  await write(page, JSON.stringify(changed('New name'), null, 2).replace('"10s"', '10'));
  await issuePath(page).waitFor();
  expect(await issuePath(page).innerText()).toBe('campaigns[0].trigger.any[0].for');
  const marked = page.locator('.editor .cm-lintRange-error');
  await issuePath(page).click();
  await marked.waitFor();
  expect([await marked.innerText(), await page.evaluate(() => document.activeElement?.className)]).toEqual(['10', 'editor']);
  expect(await page.getByRole('button', { name: 'Publish' }).isDisabled()).toBe(true);

  await write(page, '{ "v": 1,');
  await page.getByText('Not valid JSON here.').waitFor();

  await write(page, changed('New name'));
  await page.getByText('Valid. Ready to publish.').waitFor();
  await page.getByLabel('What changed').fill('a better name');
  await page.getByRole('button', { name: 'Publish' }).click();
  await page.getByText('Version 3 is published.').first().waitFor();
  const { version, by, source } = await published('edit');
  expect([version, by, source.campaigns[0].name]).toEqual([3, STAFF.email, 'New name']);
  const versions = await (await callAdmin(stage.running, 'sites/edit/config/versions')).json() as { note: string }[];
  expect(versions[0]?.note).toBe('a better name');
  expect(wrong).toEqual([]);
});

it('tries a draft out over stored sessions and in stories, and publishes nothing', async () => {
  const { version: config } = await (await stage.running.fetch(`/v1/config?key=${tried.key}`)).json() as { version: string };
  const checkout = (activeMs: number): Summary['pages'] => ({ checkout: { views: 3, activeMs, episodes: 3 } });
  await sendSummaries(stage.running, tried, [makeSummary({ visitor: 'a', session: 'a', config, pages: checkout(31_000) }), makeSummary({ visitor: 'b', session: 'b', config, pages: checkout(29_000) })]);
  const { page, wrong } = await stage.open('#/tried/campaigns/edit');
  await stage.signIn(page);
  await editor(page).waitFor();
  await write(page, { ...STALL, campaigns: [{ ...STALL.campaigns[0], status: 'draft' }, STALL.campaigns[1]] });
  const box = page.getByRole('region', { name: 'Before it goes live' });
  await box.getByRole('button', { name: 'Try it out' }).click();
  const row = async (table: string, name: RegExp): Promise<string[]> => box.getByRole('table', { name: table }).getByRole('row', { name }).locator('td').allInnerTexts();
  await box.getByText('2 sessions looked at').waitFor();
  expect([await row('In stored sessions', /^stall/), await row('In stored sessions', /^hello/)]).toEqual([['0 to 1', '0 to 1', '2'], ['2', '2', '2']]);
  expect(await row('In stories', /^stalls at the checkout/)).toEqual([expect.stringMatching(/^hello after 31 sec\s+stall after 2 min$/)]);
  expect(await row('In stories', /^buys straight away/)).toEqual(['hello after 37 sec']);
  expect(await row('In stories', /^looks at a product and goes/)).toEqual(['nothing']);
  await write(page, '{ "v": 1,');
  await box.getByText('The text has changed since.').waitFor();
  expect(await box.getByRole('button', { name: 'Try it out' }).isDisabled()).toBe(true);
  expect((await published('tried')).version).toBe(2);
  expect(wrong).toEqual([]);
});

it('asks before it sets a campaign live that paused itself', async () => {
  const { DB } = await stage.running.worker.getEnv() as { DB: D1Database };
  await DB.prepare("INSERT INTO pauses (site, campaign, version, at, measure, difference, low, high) VALUES ('held', 'stall', 2, 1, 'value', -2, -3, -1)").run();
  const { page, wrong } = await stage.open('#/held/campaigns/edit');
  await stage.signIn(page);
  await editor(page).waitFor();
  await write(page, changed('Live again'));
  await page.getByRole('button', { name: 'Publish' }).click();
  await page.getByText('Paused by itself, since it did harm: stall.').waitFor();
  expect([await issuePath(page).innerText(), (await published('held')).version]).toEqual(['campaigns[0].status', 2]);
  await page.getByRole('button', { name: 'Publish and set it live again' }).click();
  await page.getByText('Version 3 is published.').first().waitFor();
  expect([(await published('held')).source.campaigns[0].name, wrong.filter((line) => !line.includes('422'))]).toEqual(['Live again', []]);
});

it('has nothing more to publish once a text is published, however it was typed', async () => {
  const { page } = await stage.open('#/typed/campaigns/edit');
  await stage.signIn(page);
  await editor(page).waitFor();
  await write(page, JSON.stringify(changed('Typed closely')));
  await page.getByText('Valid. Ready to publish.').waitFor();
  await page.getByRole('button', { name: 'Publish' }).click();
  await page.getByText('Version 3 is published.').first().waitFor();
  expect([await page.getByText('Valid. No changes to publish.').count(), await page.getByRole('button', { name: 'Publish' }).isDisabled()]).toEqual([1, true]);
  await write(page, JSON.stringify(changed('Typed on')));
  await page.getByText('Valid. Ready to publish.').waitFor();
});

it('keeps unpublished changes over a reload of the tab, and forgets them when discarded', async () => {
  const { page, wrong } = await stage.open('#/edit/campaigns/edit');
  await stage.signIn(page);
  await editor(page).waitFor();
  await write(page, changed('Kept'));
  await page.getByText('Valid. Ready to publish.').waitFor();
  await page.reload();
  await page.getByText('Your unpublished changes from before were kept.').waitFor();
  expect(await editor(page).innerText()).toContain('"Kept"');
  await page.getByRole('button', { name: 'Discard changes' }).click();
  await page.getByText('Valid. No changes to publish.').waitFor();
  await page.reload();
  await editor(page).waitFor();
  expect(await editor(page).innerText()).not.toContain('"Kept"');
  expect(wrong).toEqual([]);
});

it('notices that somebody else published meanwhile, compares, and overwrites only when told so', async () => {
  const { page, wrong } = await stage.open('#/race/campaigns/edit');
  await stage.signIn(page);
  await editor(page).waitFor();
  await write(page, changed('Mine'));
  await callAdmin(stage.running, 'sites/race/config', { method: 'PUT', body: changed('Theirs'), headers: { 'if-match': '*' } });
  await page.getByRole('button', { name: 'Publish' }).click();
  await page.getByRole('heading', { name: 'Someone else published meanwhile' }).waitFor();
  expect((await published('race')).source.campaigns[0].name).toBe('Theirs');
  const diff = page.getByLabel('Their version against yours');
  expect([await diff.locator('.cm-deletedLine, .cm-deletedChunk').first().innerText(), await diff.locator('.cm-changedLine').first().innerText()].map((line) => line.trim()))
    .toEqual(['"name": "Theirs",', '"name": "Mine",']);
  await page.getByRole('button', { name: 'Publish mine over version 3' }).click();
  await page.getByText('Version 4 is published.').first().waitFor();
  expect((await published('race')).source.campaigns[0].name).toBe('Mine');
  expect(wrong).toEqual([]);
});

it('notices on the next visit that the version a draft was begun on is gone; discarding it takes the live one', async () => {
  const { page, wrong } = await stage.open('#/old/campaigns/edit');
  await stage.signIn(page);
  await editor(page).waitFor();
  await write(page, changed('Begun'));
  await page.getByText('Valid. Ready to publish.').waitFor();
  await callAdmin(stage.running, 'sites/old/config', { method: 'PUT', body: changed('Meanwhile'), headers: { 'if-match': '*' } });
  await page.reload();
  await page.getByRole('button', { name: 'Publish' }).click();
  await page.getByRole('heading', { name: 'Someone else published meanwhile' }).waitFor();
  await page.getByRole('button', { name: 'Take theirs, discard mine' }).click();
  await page.getByText('Valid. No changes to publish.').waitFor();
  await write(page, changed('After'));
  await page.getByRole('button', { name: 'Publish' }).click();
  await page.getByText('Version 4 is published.').first().waitFor();
  expect((await published('old')).source.campaigns[0].name).toBe('After');
  expect(wrong).toEqual([]);
});

it('shows what a version changes against the live one, and rolls back after a second question', async () => {
  await callAdmin(stage.running, 'sites/back/config?note=renamed', { method: 'PUT', body: changed('Renamed'), headers: { 'if-match': '*' } });
  const { page, wrong } = await stage.open('#/back/campaigns/versions/2');
  await stage.signIn(page);
  const diff = page.getByLabel('Version 2 against the live one');
  await diff.locator('.cm-changedLine').first().waitFor();
  expect(await diff.locator('.cm-changedLine').first().innerText()).toContain('"Stalled at checkout"');
  await page.getByRole('button', { name: 'Roll back to version 2' }).click();
  expect((await published('back')).version).toBe(3);
  await page.getByRole('button', { name: 'Yes, roll back' }).click();
  await page.getByText('Version 2 is live again, as version 4.').waitFor();
  expect((await published('back')).source.campaigns[0].name).toBe('Stalled at checkout');
  expect(wrong).toEqual([]);
});

it('rolls nothing back over a version that nobody here has seen, and compares with that one', async () => {
  await callAdmin(stage.running, 'sites/late/config', { method: 'PUT', body: changed('Second'), headers: { 'if-match': '*' } });
  const { page, wrong } = await stage.open('#/late/campaigns/versions');
  await stage.signIn(page);
  await page.getByRole('button', { name: 'Roll back to version 2' }).click();
  await callAdmin(stage.running, 'sites/late/config', { method: 'PUT', body: changed('Third'), headers: { 'if-match': '*' } });
  await page.getByRole('button', { name: 'Yes, roll back' }).click();
  await page.getByRole('alert').getByText('Version 4 was published by the command line meanwhile, so nothing was rolled back.').waitFor();
  expect((await published('late')).source.campaigns[0].name).toBe('Third');
  const diff = page.getByLabel('Version 2 against the live one');
  await diff.locator('.cm-deletedChunk, .cm-deletedLine').first().waitFor();
  expect(await diff.locator('.cm-deletedChunk, .cm-deletedLine').first().innerText()).toContain('"Third"');
  await page.getByRole('button', { name: 'Roll back to version 2' }).click();
  await page.getByRole('button', { name: 'Yes, roll back' }).click();
  await page.getByText('Version 2 is live again, as version 5.').waitFor();
  expect(await page.getByText('nothing was rolled back').count()).toBe(0);
  expect(wrong).toEqual([]);
});

it('begins a bare site with a recipe that is a draft, so no page shows it', async () => {
  const { page, wrong } = await stage.open('#/bare/campaigns');
  await stage.signIn(page);
  await page.getByRole('link', { name: 'Choose a recipe' }).click();
  await page.getByRole('button', { name: 'Add', description: 'Stalled at checkout' }).click();
  await page.getByText('“checkout-stall” was added as a draft.').waitFor();
  await page.getByText('Valid. Ready to publish.').waitFor();
  await page.getByRole('button', { name: 'Publish' }).click();
  await page.getByText('is published.').first().waitFor();
  expect((await published('bare')).source.campaigns.map((campaign: { id: string; status: string }) => [campaign.id, campaign.status])).toEqual([['checkout-stall', 'draft']]);
  expect(wrong).toEqual([]);
});

it('adds a recipe to what is there, beside one of the same name, and goes there; not into a text that is no JSON', async () => {
  const { page, wrong } = await stage.open('#/edit/campaigns');
  await stage.signIn(page);
  await page.getByRole('link', { name: 'Add a campaign' }).click();
  const add = page.getByRole('button', { name: 'Add', description: 'Hesitates with a full cart' });
  await editor(page).waitFor();
  const before = (await published('edit')).source.campaigns.map(({ id }: { id: string }) => id);
  await write(page, '{ "v": 1,');
  await page.getByText('Mend it first; then a recipe can be added.').waitFor();
  expect(await add.isDisabled()).toBe(true);
  await page.getByRole('button', { name: 'Discard changes' }).click();
  for (const id of ['cart-hesitation', 'cart-hesitation-2']) {
    await add.click();
    await page.getByText(`“${id}” was added as a draft.`).waitFor();
  }
  expect(await page.evaluate(() => document.activeElement?.className)).toBe('editor');
  await page.getByRole('button', { name: 'Publish' }).click();
  await page.getByText('is published.').first().waitFor();
  expect((await published('edit')).source.campaigns.map(({ id }: { id: string }) => id)).toEqual([...before, 'cart-hesitation', 'cart-hesitation-2']);
  expect(wrong).toEqual([]);
});
