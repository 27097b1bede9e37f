import { callAdmin } from './callAdmin.ts';
import type { RunningWorker } from './startWorker.ts';

export interface TestSite { readonly id: string; readonly key: string; readonly secret: string; readonly origins: readonly string[] }

export const SHOP = 'https://shop.example.com';

/** Makes a site through the interface, and publishes a configuration if one is given. */
export async function makeSite(running: Pick<RunningWorker, 'fetch'>, { id, source, shards = 4 }: { readonly id: string; readonly source?: unknown; readonly shards?: number }): Promise<TestSite> {
  const made = await callAdmin(running, 'sites', { method: 'POST', body: { name: id, id, origins: [SHOP], shards } });
  if (made.status !== 201) throw new Error(`site ${id}: ${made.status} ${await made.text()}`);
  if (source !== undefined) {
    const published = await callAdmin(running, `sites/${id}/config`, { method: 'PUT', body: source, headers: { 'if-match': '*' } });
    if (published.status !== 200) throw new Error(`publish ${id}: ${published.status} ${await published.text()}`);
  }
  return await made.json() as TestSite;
}
