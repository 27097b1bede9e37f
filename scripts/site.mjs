import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { callCollector } from './cli/callCollector.mjs';
import { readHost } from './cli/readHost.mjs';
import { runCommand } from './cli/runCommand.mjs';

const USAGE = `npm run site -- add NAME ORIGIN [ORIGIN …] [--staff EMAIL] [--id ID] [--key pk_…]   make a site, its keys, its first account
npm run site -- staff EMAIL --site ID [--site ID …] [--password TEXT]  make a staff account or set its password anew
npm run site -- origins ID ORIGIN [ORIGIN …]                           replace the origins whose pages may send
npm run site -- pool ID OFFER FILE                                     add the shop's own codes, one a line
npm run site -- secret ID                                              replace the secret key
npm run site -- halt ID | lift ID                                      stop showing anything, everywhere, within a minute
npm run site -- list
Options: --host URL (or TACTFUL_HOST; else this machine, at PORT or 8787), --json. The deploy token is read from DEPLOY_TOKEN or .dev.vars.`;

const POOL_BATCH = 1_000;
const at = (id, rest) => `/v1/admin/sites/${encodeURIComponent(id)}/${rest}`;

const snippet = (host, key) => `<script async src="${new URL('/tactful.js', host)}" crossorigin="anonymous" referrerpolicy="no-referrer" data-key="${key}" data-consent="pending"></script>`;

const commands = {
  async add([name, ...origins], { host, id, key, staff }) {
    if (!name || origins.length === 0) return undefined;
    const site = await callCollector('/v1/admin/sites', { host, method: 'POST', body: { name, origins, ...(id && { id }), ...(key && { key }) } });
    const account = staff && await commands.staff([staff], { host, site: [site.id] });
    const signIn = account?.text ?? `console sign-in: npm run site -- staff EMAIL --site ${site.id}`;
    const tag = snippet(readHost(host), site.key);
    const keys = `site    ${site.id}\nkey     ${site.key}   (public)\nsecret  ${site.secret}   (servers only; shown this once)`;
    return { json: { ...site, ...(account && { staff: account.json }) }, text: `${keys}\n\n${signIn}\n\n${tag}` };
  },
  async staff([email], { host, site, password = randomBytes(12).toString('base64url') }) {
    if (!email || !site) return undefined;
    const made = await callCollector('/v1/admin/staff', { host, method: 'POST', body: { email, password, sites: site } });
    return { json: { ...made, password }, text: `e-mail    ${made.email}\npassword  ${password}\nsites     ${made.sites.join(', ')}` };
  },
  async origins([id, ...origins], { host }) {
    if (!id || origins.length === 0) return undefined;
    const site = await callCollector(at(id, 'origins'), { host, method: 'PUT', body: { origins } });
    return { json: site, text: site.origins.join('\n') };
  },
  async pool([id, offer, file], { host }) {
    if (!file) return undefined;
    const codes = readFileSync(file, 'utf8').split(/\r?\n/).map((line) => line.trim()).filter(Boolean);
    let added = 0;
    for (let from = 0; from < codes.length; from += POOL_BATCH) {
      const answer = await callCollector(at(id, `offers/${encodeURIComponent(offer)}/pool`), { host, method: 'PUT', body: { codes: codes.slice(from, from + POOL_BATCH) } });
      added += answer.added;
    }
    return { json: { added }, text: `${added} of ${codes.length} codes are new` };
  },
  async secret([id], { host }) {
    if (!id) return undefined;
    const site = await callCollector(at(id, 'secret'), { host, method: 'POST' });
    return { json: site, text: `secret  ${site.secret}   (the old one is void)` };
  },
  halt: ([id], { host }) => setHalt(id, { host, halt: true }),
  lift: ([id], { host }) => setHalt(id, { host, halt: false }),
  async list(_positionals, { host }) {
    const { sites } = await callCollector('/v1/admin/me', { host });
    return { json: sites, text: sites.map(({ id, key, name }) => `${id}\t${key}\t${name}`).join('\n') || 'no site yet' };
  },
};

async function setHalt(id, { host, halt }) {
  if (!id) return undefined;
  const document = await callCollector(at(id, 'halt'), { host, method: 'POST', body: { halt } });
  return { json: document, text: `${halt ? 'halted' : 'lifted'} with version ${document.version}` };
}

await runCommand({
  usage: USAGE,
  options: { staff: { type: 'string' }, id: { type: 'string' }, key: { type: 'string' }, site: { type: 'string', multiple: true }, password: { type: 'string' } },
  run: ([verb, ...rest], values) => (Object.hasOwn(commands, verb ?? '') ? commands[verb](rest, values) : undefined),
});
