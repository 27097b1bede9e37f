import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { callCollector } from '../cli/callCollector.mjs';

const FILE = '.tactful/demo.json';
const STAFF = 'staff@demo.example';
/** The demonstration's sites: the key is fixed, as the pages name it. */
const SITES = [
  { id: 'demo', name: 'Fieldware (demo shop)', key: 'pk_demo', file: 'examples/shop/tactful.json' },
  { id: 'demo-saas', name: 'Loomwork (demo SaaS)', key: 'pk_demo_saas', file: 'examples/saas/tactful.json' },
];

const readKept = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { secrets: {}, published: {} });
const at = (id, rest) => `/v1/admin/sites/${id}/${rest}`;

/** Publishes a site's campaign file when the file is not the one published last: what staff changed since stays. */
async function publish({ id, file }, { host, kept }) {
  const text = readFileSync(file, 'utf8');
  const hash = createHash('sha256').update(text).digest('hex');
  if (kept.published[id] === hash) return;
  const { etag } = await callCollector(at(id, 'config'), { host });
  await callCollector(`${at(id, 'config')}?note=${encodeURIComponent(file)}`, { host, method: 'PUT', body: JSON.parse(text), headers: { 'if-match': etag } });
  kept.published[id] = hash;
}

/**
 * Makes the demonstration's sites, account and campaigns through the Worker's own HTTP interface; a second time it changes nothing.
 * `origins` names each site's pages; `file` keeps what must be known the next time. Resolves to `{ staff: { email, password }, secrets }`.
 */
export async function provisionDemo({ host, origins, file = FILE }) {
  const kept = readKept(file);
  const keep = () => writeFileSync(file, `${JSON.stringify(kept, null, 2)}\n`, { mode: 0o600 });
  const { sites } = await callCollector('/v1/admin/me', { host });
  for (const site of SITES) {
    const { id, name, key } = site;
    if (!sites.some((one) => one.id === id)) {
      const made = await callCollector('/v1/admin/sites', { host, method: 'POST', body: { id, name, key, origins: origins[id] } });
      kept.secrets[id] = made.secret;
      delete kept.published[id];
      delete kept.staff;
      keep();
    } else {
      if (!kept.secrets[id]) kept.secrets[id] = (await callCollector(at(id, 'secret'), { host, method: 'POST' })).secret;
      await callCollector(at(id, 'origins'), { host, method: 'PUT', body: { origins: origins[id] } });
    }
    await publish(site, { host, kept });
  }
  kept.password ??= randomBytes(9).toString('base64url');
  // Set anew, an account's sessions end: once is enough.
  if (kept.staff !== STAFF) {
    await callCollector('/v1/admin/staff', { host, method: 'POST', body: { email: STAFF, password: kept.password, sites: SITES.map(({ id }) => id) } });
    kept.staff = STAFF;
  }
  keep();
  return { staff: { email: STAFF, password: kept.password }, secrets: kept.secrets };
}
