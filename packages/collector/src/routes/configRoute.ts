import { localize, spokenLocale, type Compiled } from '@tactful/protocol';
import { docs } from '#docs';
import type { AppContext } from '../AppEnv.ts';
import { refuse } from '../answer/refuse.ts';
import { sha256 } from '../secret/sha256.ts';
import type { Languages, Served } from '../store/createMemory.ts';
import { shardStub } from '../shard/shardStub.ts';
import { route } from './route.ts';

/**
 * Publications never change, so what was localized once is served again: once for each language that the site speaks, however
 * many are asked for.
 */
async function localized(c: AppContext, wanted: string): Promise<Served | null> {
  const { id, version } = c.get('site');
  const { served, languages } = c.get('memory');
  const publication = `${id}/${version}`;
  const nameIn = (spoken: Languages): string => `${publication}/${spokenLocale(spoken, wanted)}`;
  const spoken = languages.get(publication);
  const known = spoken && served.get(nameIn(spoken));
  if (known) return known;
  const text = await c.get('stores').configs.compiled(id, version);
  if (text === null) return null;
  const compiled = JSON.parse(text) as Compiled;
  const { defaultLocale, locales } = compiled;
  const body = JSON.stringify(localize(compiled, wanted));
  return served.put(nameIn(languages.put(publication, { defaultLocale, locales })), { body, etag: `"${await sha256(body)}"` });
}

/** True when the condition names the tag. Weak and strong compare alike here (RFC 9110 §13.1.2). */
const matches = (condition: string | undefined, etag: string): boolean =>
  (condition ?? '').split(',').some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag);

const LOCALE = /^[A-Za-z0-9-]{2,35}$/;

export const configRoute = route({
  method: 'GET', path: '/v1/config', who: 'site',
  docs: docs({
    does: "The site's published configuration in one language. `ETag` is the hash of its content; `tactful-time` is the server's clock.",
    query: { key: 'public site key', v: 'version of the contract that the device speaks (1)', sdk: "release of the device's files", locale: 'BCP 47 language tag; the site\'s default otherwise' },
    answers: [200, 'DeviceConfig'], errors: ['bad_version', 'not_found'],
  }),
  async handle(c) {
    const v = c.req.query('v');
    if (v !== undefined && v !== '1') return refuse(c, 'bad_version', { path: 'v' });
    const asked = c.req.query('locale') ?? '';
    const found = await localized(c, LOCALE.test(asked) ? asked : '');
    if (!found) return refuse(c, 'not_found');
    const now = Date.now();
    const { id, shards } = c.get('site');
    // Any shard will do: the loads are summed. Counting must not hold up the page.
    c.executionCtx.waitUntil(shardStub(c.env, id, Math.floor(Math.random() * shards)).countLoad(now));
    c.header('etag', found.etag);
    c.header('cache-control', 'public, max-age=15, stale-if-error=86400');
    if (matches(c.req.header('if-none-match'), found.etag)) return c.body(null, 304);
    return c.body(found.body, 200, { 'content-type': 'application/json' });
  },
});
