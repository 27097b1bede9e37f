import { idsOf, MARK } from './makeWorld.ts';

/** What makes a write of staff go through on the site `mine`: its body, and names for its path other than the world's. */
export interface GoodCall { readonly body?: unknown; readonly ids?: Readonly<Record<string, string>> }

const { email } = idsOf('mine');
const NOTHING: GoodCall = {};

/** By method and path, in the order of the table. A write that is added to the table is added here, too: a test says so. */
export const GOOD_CALLS: Readonly<Record<string, GoodCall>> = {
  'POST /v1/admin/logout': NOTHING,
  'POST /v1/admin/sites': { body: { name: 'Third', id: 'third', origins: ['https://third.example.com'] } },
  'POST /v1/admin/staff': { body: { email: 'new@staff.example', password: 'a long enough password', role: 'agent', sites: ['mine'] } },
  'PUT /v1/admin/sites/:site/origins': { body: { origins: ['https://mine.example.com'] } },
  'POST /v1/admin/sites/:site/secret': NOTHING,
  'PUT /v1/admin/sites/:site/retention': { body: { days: 60 } },
  'POST /v1/admin/sites/:site/identity': NOTHING,
  'DELETE /v1/admin/sites/:site/identity/:identity': NOTHING,
  'POST /v1/admin/sites/:site/webhooks': { body: { id: 'new-one', url: 'https://hooks.slack.com/services/T/B/x', template: 'slack', events: ['request'] } },
  'POST /v1/admin/sites/:site/webhooks/:webhook/secret': { body: { secret: 'SEC-of-the-robot' } },
  'POST /v1/admin/sites/:site/webhooks/:webhook/replay': { body: { since: 4_000_000_000_000 } },
  'DELETE /v1/admin/sites/:site/webhooks/:webhook': NOTHING,
  'PUT /v1/admin/sites/:site/staff/:email': { body: { role: 'agent' } },
  'DELETE /v1/admin/sites/:site/staff/:email': { ids: { email: email! } },
  'PUT /v1/admin/sites/:site/offers/:offer/pool': { body: { codes: ['NEW-1'] } },
  'POST /v1/admin/sites/:site/requests/:request/answer': NOTHING,
  'PUT /v1/admin/sites/:site/config': { body: { v: 1, campaigns: [] } },
  'POST /v1/admin/sites/:site/config/rollback': { body: { version: 2 } },
  'POST /v1/admin/sites/:site/halt': { body: { halt: true } },
  'POST /v1/admin/sites/:site/campaigns/:campaign/pause': NOTHING,
  'POST /v1/admin/sites/:site/campaigns/:campaign/resume': { ids: { campaign: `${MARK.mine}-paused` } },
  'POST /v1/admin/sites/:site/campaigns/:campaign/preview': NOTHING,
  'POST /v1/admin/sites/:site/backtest': { body: { v: 1, campaigns: [] } },
  'POST /v1/admin/sites/:site/model/train': NOTHING,
  'POST /v1/admin/sites/:site/model/rollback': { body: { version: 0 } },
};
