import { randomBytes } from 'node:crypto';
import { callCollector } from './cli/callCollector.mjs';
import { checkAccount } from './cli/checkAccount.mjs';
import { readCount } from './cli/readCount.mjs';
import { readHost } from './cli/readHost.mjs';
import { readOrigin } from './cli/readOrigin.mjs';
import { readText } from './cli/readText.mjs';
import { runCommand } from './cli/runCommand.mjs';
import { webhookCommand } from './cli/webhookCommand.mjs';

const USAGE = `npm run site -- add NAME ORIGIN [ORIGIN …] [--staff EMAIL [--password TEXT]] [--id ID] [--key pk_…]
                                                                       make a site, its keys, its first account
npm run site -- staff EMAIL --site ID [--site ID …] [--role ROLE] [--password TEXT]
                                                                       make a staff account, or set its password, sites and role anew:
                                                                       viewer, agent, editor, or owner, which is what is meant without one
npm run site -- origins ID ORIGIN [ORIGIN …]                           replace the origins whose pages may send
npm run site -- pool ID OFFER FILE                                     add the shop's own codes, one a line
npm run site -- secret ID                                              replace the secret key
npm run site -- identity ID                                            make a key that signs users; two are active at most
npm run site -- identity ID --list | --remove KEY                      tell the active ones by their ids; void one
npm run site -- keep ID [DAYS]                                         for how many days rows are kept: tell, or set (30 to 1825)
npm run site -- webhook ID                                             where events go, and what became of them
npm run site -- webhook ID add URL EVENT [EVENT …] [--template NAME] [--secret TEXT]
                                                                       tell a server, or a robot, of message, conversion, request
npm run site -- webhook ID remove | secret [--only] | replay [--since TIME] HOOK
                                                                       stop; sign with a new secret; send again what happened since
npm run site -- halt ID | lift ID                                      stop showing anything, everywhere, within a minute
npm run site -- list
Options: --host URL (or TACTFUL_HOST; else this machine, at PORT or 8787), --json. The deploy token is read from DEPLOY_TOKEN, or, for a Worker on this machine, from .dev.vars.`;

const POOL_BATCH = 1_000;
const at = (id, rest) => `/v1/admin/sites/${encodeURIComponent(id)}/${rest}`;

const snippet = (host, key) => `<script async src="${new URL('/tactful.js', host)}" crossorigin="anonymous" referrerpolicy="no-referrer" data-key="${key}" data-consent="pending"></script>`;
const noSite = (id) => ({ not_found: `There is no site "${id}".` });
const drawPassword = () => randomBytes(12).toString('base64url');

const commands = {
  async add([name, ...origins], { host, id, key, staff, password = drawPassword() }) {
    const collector = readHost(host);
    const pages = origins.map(readOrigin);
    if (staff !== undefined) checkAccount({ email: staff, password });
    const words = { conflict: 'Another site has this id or this key; choose with --id and --key.' };
    const site = await callCollector('/v1/admin/sites', { host, words, method: 'POST', body: { name, origins: pages, ...(id && { id }), ...(key && { key }) } });
    // The site is made and its secret is told only now: whatever becomes of the account, the keys are printed.
    const account = staff === undefined ? undefined : await commands.staff([staff], { host, site: [site.id], password }).catch((error) => ({ failure: error.message }));
    const signIn = account?.text ?? `console sign-in: npm run site -- staff EMAIL --site ${site.id}`;
    const keys = `site    ${site.id}\nkey     ${site.key}   (public)\nsecret  ${site.secret}   (servers only; shown this once)`;
    return {
      json: { ...site, ...(account?.json && { staff: account.json }) }, text: `${keys}\n\n${signIn}\n\n${snippet(collector, site.key)}`,
      ...(account?.failure && { failure: `The site is made, its account is not. ${account.failure}` }),
    };
  },
  async staff([email], { host, site, role = 'owner', password = drawPassword() }) {
    checkAccount({ email, password, role });
    const words = { not_found: (path) => `There is no site "${site[Number(/\d+/.exec(path ?? '')?.[0] ?? 0)]}".` };
    const made = await callCollector('/v1/admin/staff', { host, words, method: 'POST', body: { email, password, role, sites: site } });
    return { json: { ...made, password }, text: `e-mail    ${made.email}\npassword  ${password}\nrole      ${made.role}\nsites     ${made.sites.join(', ')}` };
  },
  async origins([id, ...origins], { host }) {
    const site = await callCollector(at(id, 'origins'), { host, words: noSite(id), method: 'PUT', body: { origins: origins.map(readOrigin) } });
    return { json: site, text: site.origins.join('\n') };
  },
  async pool([id, offer, file], { host }) {
    const codes = readText(file).split(/\r?\n/).map((line) => line.trim()).filter(Boolean);
    const words = {
      not_found: `There is no site "${id}" with a published offer "${offer}".`,
      conflict: `The offer "${offer}" has no pool; codes of your own go to one with "mode": "pool".`,
    };
    let added = 0;
    for (let from = 0; from < codes.length; from += POOL_BATCH) {
      const answer = await callCollector(at(id, `offers/${encodeURIComponent(offer)}/pool`), { host, words, method: 'PUT', body: { codes: codes.slice(from, from + POOL_BATCH) } });
      added += answer.added;
    }
    return { json: { added }, text: `${added} of ${codes.length} codes are new` };
  },
  async secret([id], { host }) {
    const site = await callCollector(at(id, 'secret'), { host, words: noSite(id), method: 'POST' });
    return { json: site, text: `secret  ${site.secret}   (the old one is void)` };
  },
  async keep([id, days], { host }) {
    const kept = await callCollector(at(id, 'retention'), { host, words: noSite(id), ...(days !== undefined && { method: 'PUT', body: { days: readCount(days, { name: 'DAYS' }) } }) });
    return { json: kept, text: `sessions and requests are kept for ${kept.days} days` };
  },
  async identity([id], { host, list, remove }) {
    const path = at(id, 'identity');
    if (remove !== undefined) {
      const gone = await callCollector(`${path}/${encodeURIComponent(remove)}`, { host, words: { not_found: `There is no site "${id}" with an identity key "${remove}".` }, method: 'DELETE' });
      return { json: gone, text: `${remove} signs nobody any more` };
    }
    if (list) {
      const keys = await callCollector(path, { host, words: noSite(id) });
      return { json: keys, text: keys.map((key) => `${key.id}\t${new Date(key.at).toISOString()}`).join('\n') || 'no identity key yet' };
    }
    const words = { ...noSite(id), conflict: `Two identity keys are active; see --list, and take one away with --remove KEY.` };
    const made = await callCollector(path, { host, words, method: 'POST' });
    return { json: made, text: `id      ${made.id}\nkey     ${made.key}   (servers only; shown this once)` };
  },
  webhook: webhookCommand,
  halt: ([id], { host }) => setHalt(id, { host, halt: true }),
  lift: ([id], { host }) => setHalt(id, { host, halt: false }),
  async list(_positionals, { host }) {
    const { sites } = await callCollector('/v1/admin/me', { host });
    return { json: sites, text: sites.map(({ id, key, name }) => `${id}\t${key}\t${name}`).join('\n') || 'no site yet' };
  },
};

async function setHalt(id, { host, halt }) {
  const document = await callCollector(at(id, 'halt'), { host, words: noSite(id), method: 'POST', body: { halt } });
  return { json: document, text: `${halt ? 'halted' : 'lifted'} with version ${document.version}` };
}

/** What each command takes: how many arguments, from least to most, and which options, those it needs with an exclamation mark. */
const TAKES = {
  add: [2, Infinity, ['staff', 'password', 'id', 'key']], staff: [1, 1, ['site!', 'password', 'role']], origins: [2, Infinity, []], pool: [3, 3, []],
  secret: [1, 1, []], keep: [1, 2, []], identity: [1, 1, ['list', 'remove']], webhook: [1, Infinity, ['template', 'secret', 'only', 'since']], halt: [1, 1, []], lift: [1, 1, []], list: [0, 0, []],
};

function isMeant(verb, rest, { host: _host, json: _json, ...values }) {
  if (!Object.hasOwn(TAKES, verb ?? '')) return false;
  const [least, most, options] = TAKES[verb];
  const known = options.map((name) => name.replace('!', ''));
  const complete = options.every((name) => !name.endsWith('!') || values[name.slice(0, -1)] !== undefined);
  const ownPassword = verb !== 'add' || values.password === undefined || values.staff !== undefined;
  return rest.length >= least && rest.length <= most && !rest.includes('') && complete && ownPassword && Object.keys(values).every((name) => known.includes(name));
}

await runCommand({
  usage: USAGE,
  options: {
    staff: { type: 'string' }, id: { type: 'string' }, key: { type: 'string' }, site: { type: 'string', multiple: true }, password: { type: 'string' }, role: { type: 'string' }, list: { type: 'boolean' }, remove: { type: 'string' },
    template: { type: 'string' }, secret: { type: 'string' }, only: { type: 'boolean' }, since: { type: 'string' },
  },
  run: ([verb, ...rest], values) => (isMeant(verb, rest, values) ? commands[verb](rest, values) : undefined),
});
