import { LIMITS, type ConfigDocument, type ConfigSource } from '@tactful/protocol';
import { docs } from '#docs';
import type { AppContext } from '../../AppEnv.ts';
import { changed } from '../../answer/changed.ts';
import { refuse } from '../../answer/refuse.ts';
import { etagOf } from '../../publish/etagOf.ts';
import { publishConfig } from '../../publish/publishConfig.ts';
import { byOf } from '../../staff/byOf.ts';
import type { StoredConfig } from '../../store/configStore.ts';
import { route } from '../route.ts';
import { adminBodies, type HaltBody, type RollbackBody } from './adminBodies.ts';

const NOTE_CHARS = 200;

const LIFT = docs('a campaign that paused itself and may be live again; may repeat');
const liftOf = (c: AppContext): readonly string[] => c.req.queries('lift') ?? [];

/** Publishes and answers the new document, the issues, or the conflict. */
async function publish(c: AppContext, source: unknown, words: string, lift: readonly string[] = []): Promise<Response> {
  const note = words.slice(0, NOTE_CHARS);
  const published = await publishConfig(c.get('stores'), { site: c.get('site'), source, by: byOf(c.get('caller')), note, now: Date.now(), lift });
  if (published.kind === 'conflict') return refuse(c, 'conflict');
  if (published.kind === 'invalid') {
    const { issues } = published;
    return refuse(c, issues[0]?.code === 'bad_version' ? 'bad_version' : 'invalid', { issues, ...(issues[0] ? { path: issues[0].path } : {}) });
  }
  changed(c, { detail: `version ${published.document.version}${note ? `: ${note}` : ''}` });
  c.header('etag', published.document.etag);
  return c.json(published.document);
}

async function live(c: AppContext): Promise<ConfigSource> {
  const { id, version } = c.get('site');
  const stored = await c.get('stores').configs.read(id, version);
  return JSON.parse(stored?.source ?? '{"v":1}') as ConfigSource;
}

const answer = (c: AppContext, stored: StoredConfig): Response => {
  const document: ConfigDocument = { version: stored.version, etag: etagOf(stored), at: stored.at, by: stored.by, source: JSON.parse(stored.source) };
  c.header('etag', document.etag);
  return c.json(document);
};

export const readConfigRoute = route({
  method: 'GET', path: '/v1/admin/sites/:site/config', who: 'viewer',
  docs: docs({
    does: 'The source as published, the live one or an earlier one.',
    query: { version: 'number of an earlier version' }, answers: [200, 'ConfigDocument'], errors: ['not_found'],
  }),
  async handle(c) {
    const { id, version } = c.get('site');
    const asked = c.req.query('version');
    const stored = await c.get('stores').configs.read(id, asked === undefined ? version : Number(asked) || -1);
    return stored ? answer(c, stored) : refuse(c, 'not_found');
  },
});

export const publishRoute = route<unknown>({
  method: 'PUT', path: '/v1/admin/sites/:site/config', who: 'editor', action: 'publish',
  body: { as: 'json', parse: (value) => ({ ok: true, value }), schema: docs({ type: 'object', description: 'ConfigSource; see docs/reference/configuration.md' }), bytes: LIMITS.configBytes, depth: LIMITS.configDepth },
  docs: docs({
    does: 'Validates, compiles and publishes the source in the body. `If-Match` must name the live ETag (or `*`), so that nobody overwrites what they have not seen.',
    query: { note: 'a few words for the list of versions', lift: LIFT }, answers: [200, 'ConfigDocument'], errors: ['conflict', 'invalid', 'bad_version'],
  }),
  async handle(c, source) {
    const condition = c.req.header('if-match');
    if (condition !== '*' && condition !== etagOf(c.get('site'))) return refuse(c, 'conflict', condition === undefined ? { path: 'if-match' } : {});
    return publish(c, source, c.req.query('note') ?? '', liftOf(c));
  },
});

export const versionsRoute = route({
  method: 'GET', path: '/v1/admin/sites/:site/config/versions', who: 'viewer',
  docs: docs({ does: 'What was published, newest first.', answers: [200, 'ConfigVersion[]'] }),
  handle: async (c) => c.json(await c.get('stores').configs.versions(c.get('site').id, c.get('site').version)),
});

export const rollbackRoute = route<RollbackBody>({
  method: 'POST', path: '/v1/admin/sites/:site/config/rollback', who: 'editor', action: 'roll_back', body: { as: 'json', ...adminBodies.rollback },
  docs: docs({
    does: 'Publishes an earlier source anew, as the next version. With `If-Match` only over the live version that it names.',
    query: { lift: LIFT }, answers: [200, 'ConfigDocument'], errors: ['not_found', 'conflict', 'invalid'],
  }),
  async handle(c, { version }) {
    const condition = c.req.header('if-match') ?? '*';
    if (condition !== '*' && condition !== etagOf(c.get('site'))) return refuse(c, 'conflict');
    const stored = await c.get('stores').configs.read(c.get('site').id, version);
    return stored ? publish(c, JSON.parse(stored.source), `roll back to ${version}`, liftOf(c)) : refuse(c, 'not_found', { path: 'version' });
  },
});

export const haltRoute = route<HaltBody>({
  method: 'POST', path: '/v1/admin/sites/:site/halt', who: 'editor', action: 'halt', body: { as: 'json', ...adminBodies.halt },
  docs: docs({
    does: 'The kill switch: no page shows anything within a minute; `false` lifts it. A site that is so already stays as it is.',
    answers: [200, 'ConfigDocument'], errors: ['conflict'],
  }),
  async handle(c, { halt }) {
    const { id, version } = c.get('site');
    const stored = await c.get('stores').configs.read(id, version);
    const { halt: before = false, ...source } = await live(c);
    if (stored && halt === before) {
      changed(c);
      return answer(c, stored);
    }
    return publish(c, halt ? { ...source, halt } : source, halt ? 'halt' : 'lift the halt');
  },
});

const setStatus = (action: 'pause' | 'resume', { from, to }: { readonly from: readonly string[]; readonly to: 'paused' | 'live' }) => route({
  method: 'POST', path: `/v1/admin/sites/:site/campaigns/:campaign/${action}`, who: 'editor', action,
  docs: docs({
    does: action === 'pause' ? 'Pauses a live or shadow campaign: publishes a new version.' : 'Sets a paused campaign live: publishes a new version.',
    answers: [200, 'ConfigDocument'], errors: ['not_found', 'conflict'],
  }),
  async handle(c) {
    const source = await live(c);
    const campaign = source.campaigns?.find(({ id }) => id === c.req.param('campaign'));
    if (!campaign) return refuse(c, 'not_found');
    if (!from.includes(campaign.status)) return refuse(c, 'conflict', { path: 'status' });
    const { id } = campaign;
    const campaigns = source.campaigns?.map((row) => (row.id === id ? { ...row, status: to } : row));
    return publish(c, { ...source, campaigns }, `${action} ${id}`, [id]);
  },
});

export const pauseRoute = setStatus('pause', { from: ['live', 'shadow'], to: 'paused' });
export const resumeRoute = setStatus('resume', { from: ['paused'], to: 'live' });
