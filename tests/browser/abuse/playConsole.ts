import { LIMITS, parseConfig } from '@tactful/protocol';
import type { Page } from 'playwright-core';
import { callAdmin } from '../../worker/harness/callAdmin.ts';
import { makeSite, SHOP } from '../../worker/harness/makeSite.ts';
import type { RunningWorker } from '../../worker/harness/startWorker.ts';
import { settled } from '../console/settled.ts';

/** What a text stands in once the collector took it. */
export interface Taken { readonly campaigns: number; readonly requests: number }

/** Texts of one site: each is a campaign and a request of it. */
export const TEXTS_PER_SITE = 100;
const ROOMS = ['overview', 'campaigns', 'campaigns/edit', 'campaigns/versions', 'sessions', 'offers', 'requests', 'team', 'setup'];

const campaignOf = (text: string, id: string): object => ({
  id, name: text.slice(0, LIMITS.idChars), status: 'paused', trigger: { any: [{ on: 'error', times: 1, within: '1m' }] },
  message: { kind: 'card', title: { en: text.slice(0, LIMITS.textChars) }, body: { en: text.slice(0, LIMITS.textChars) }, action: { kind: 'event', name: 'x', label: { en: text.slice(0, 40) } } },
});

/**
 * Has the collector keep the texts for a new site, where it takes them: as names, titles and notes of campaigns, and as what visitors wrote.
 * @param network a number from 0 to 255, of its own: one network may file only so many requests, on whatever site
 */
export async function keepTexts(running: RunningWorker, { id, network }: { readonly id: string; readonly network: number }, texts: readonly string[]): Promise<Taken> {
  const site = await makeSite(running, { id });
  const campaigns = texts.map((text, at) => campaignOf(text, `t${at}`)).filter((one) => parseConfig({ v: 1, campaigns: [one] }).ok);
  const published = await callAdmin(running, `sites/${id}/config?note=${encodeURIComponent(texts[0]!.toWellFormed().slice(0, 60))}`, { method: 'PUT', headers: { 'if-match': '*' }, body: { v: 1, campaigns } });
  if (published.status !== 200) throw new Error(await published.text());
  let requests = 0;
  for (const [at, text] of texts.entries()) {
    const { status } = await running.fetch(`/v1/requests?key=${site.key}`, {
      method: 'POST', headers: { origin: SHOP, 'content-type': 'text/plain', 'cf-connecting-ip': `198.${network}.${at}.1` },
      body: JSON.stringify({ id: `request-${String(at).padStart(16, '0')}`, name: text.slice(0, LIMITS.nameChars), contact: text.slice(0, LIMITS.contactChars) || 'x', text: text.slice(0, LIMITS.requestChars), locale: 'en', campaign: 't0' }),
    });
    if (status === 202) requests++;
  }
  return { campaigns: campaigns.length, requests };
}

/** Opens every room of the site in the console, and every page of its requests. */
export async function openRooms(page: Page, id: string): Promise<void> {
  for (const room of ROOMS) {
    await page.evaluate((hash) => { location.hash = hash; }, `#/${id}/${room}`);
    await settled(page);
    const more = page.getByRole('button', { name: 'Load more' });
    while (room === 'requests' && await more.count() > 0) await more.click();
  }
}
