/** `npm run verify -- [--site ID]`: do the sums of each site say what its rows say? */
import { callCollector } from './cli/callCollector.mjs';
import { runCommand } from './cli/runCommand.mjs';
import { describeSite } from './verify/describeSite.mjs';
import { openHost } from './verify/openHost.mjs';

const USAGE = `npm run verify -- [--site ID]   count the rows of every site, or of one, anew and compare with the sums that are kept; exits 1 when anything differs
Options: --host URL (or TACTFUL_HOST; else what npm start serves, or, while it does not run, what it keeps in .tactful), --json. The deploy token is read from DEPLOY_TOKEN, or, for a Worker on this machine, from .dev.vars.`;

async function verify(sites, host) {
  const rows = [];
  for (const id of sites) {
    const words = { not_found: `There is no site "${id}".` };
    rows.push({ site: id, ...await callCollector(`/v1/admin/sites/${encodeURIComponent(id)}/recount`, { host, words }) });
  }
  return rows;
}

async function run(given, { host: named, site }) {
  if (given.length > 0 || site === '') return undefined;
  const { host, close } = await openHost(named);
  try {
    const ids = site === undefined ? (await callCollector('/v1/admin/me', { host })).sites.map(({ id }) => id) : [site];
    const rows = await verify(ids, host);
    const wrong = rows.filter(({ differences, unmerged }) => differences.length + unmerged.length > 0);
    const failure = `${wrong.length} of ${rows.length} sites ${wrong.length === 1 ? 'differs' : 'differ'} from ${wrong.length === 1 ? 'its' : 'their'} rows: ${wrong.map(({ site: id }) => id).join(', ')}`;
    return { json: rows, text: rows.map(describeSite).join('\n') || 'no site yet', ...(wrong.length > 0 && { failure }) };
  } finally {
    await close();
  }
}

await runCommand({ usage: USAGE, options: { site: { type: 'string' } }, run });
