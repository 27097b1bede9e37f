import { createAuditStore, type AuditStore } from './auditStore.ts';
import { createConfigStore, type ConfigStore } from './configStore.ts';
import { createIdentityStore, type IdentityStore } from './identityStore.ts';
import { createPauseStore, type PauseStore } from './pauseStore.ts';
import { createWebhookStore, type WebhookStore } from './webhookStore.ts';
import { createSiteStore, type SiteStore } from './siteStore.ts';
import { createStaffStore, type StaffStore } from './staffStore.ts';

/** The control plane. */
export interface Stores { readonly sites: SiteStore; readonly configs: ConfigStore; readonly staff: StaffStore; readonly audit: AuditStore; readonly identity: IdentityStore; readonly webhooks: WebhookStore; readonly pauses: PauseStore }

export const createStores = (db: D1Database): Stores => ({
  sites: createSiteStore(db), configs: createConfigStore(db), staff: createStaffStore(db), audit: createAuditStore(db), identity: createIdentityStore(db), webhooks: createWebhookStore(db), pauses: createPauseStore(db),
});
