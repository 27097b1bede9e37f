import { LIMITS, type Milliseconds } from '@tactful/protocol';
import { createSiteStore } from './siteStore.ts';

const DAY: Milliseconds = 86_400_000;

/** How long a site keeps the rows of its sessions and requests, as it stands now. */
export const readKeep = async (db: D1Database, site: string): Promise<Milliseconds> => (await createSiteStore(db).retention(site) ?? LIMITS.retentionDays) * DAY;
