import { callCollector } from './cli/callCollector.mjs';
import { cleanNote } from './cli/cleanNote.mjs';
import { readCount } from './cli/readCount.mjs';
import { readJson } from './cli/readJson.mjs';
import { readText } from './cli/readText.mjs';
import { runCommand } from './cli/runCommand.mjs';

const USAGE = `npm run publish -- FILE --site ID [--note TEXT]   validate, compile and publish a configuration
npm run publish -- FILE --site ID --lift-pause ID  sets a campaign live again that paused itself; may stand more than once, also with --rollback
npm run publish -- FILE --site ID --check          in how many stored sessions it would have fired; publishes nothing
npm run publish -- --site ID --versions           what was published, by whom
npm run publish -- --site ID --rollback N         publish version N anew
Options: --host URL (or TACTFUL_HOST; else this machine, at PORT or 8787), --json. The deploy token is read from DEPLOY_TOKEN, or, for a Worker on this machine, from .dev.vars.`;

/** One of the three at a time; a note or a check only with a file; a pause is lifted by what publishes. */
function isMeant(files, { site, note, versions, rollback, check, 'lift-pause': lift }) {
  const asked = [files.length > 0, versions === true, rollback !== undefined].filter(Boolean).length;
  return site && asked === 1 && files.length <= 1 && ((note === undefined && check === undefined) || files.length === 1) && !(note && check) && !(lift && (check || versions));
}

/** `3 of`, `3 to 8 of`, `3 or more of`. */
const between = ({ atLeast, atMost }) => (atMost === null ? `${atLeast.toLocaleString('en-US')} or more` : atLeast === atMost ? atLeast.toLocaleString('en-US') : `${atLeast.toLocaleString('en-US')} to ${atMost.toLocaleString('en-US')}`);

/** A back-test in words, clause by clause. */
function tell({ sessions, skipped, since, campaigns }, source) {
  const looked = sessions === 0 ? 'No stored session to look at.' : `${sessions.toLocaleString('en-US')} sessions looked at, the oldest of ${new Date(since).toISOString().slice(0, 10)}.`;
  const left = skipped > 0 ? ` ${skipped.toLocaleString('en-US')} left out: recorded under a configuration that is no longer known.` : '';
  const lines = campaigns.flatMap(({ id, clauses, trigger, conditions, both }) => {
    const { any, all = any } = source.campaigns.find((campaign) => campaign.id === id).trigger;
    return [`${id}: could have shown in ${between(both)}`, `  trigger\t${between(trigger)}`, ...clauses.map((bounds, index) => `    ${all[index].on}\t${between(bounds)}`), `  conditions\t${between(conditions)}`];
  });
  return [looked + left, ...lines].join('\n');
}

async function run(files, values) {
  if (!isMeant(files, values)) return undefined;
  const { host, site, note, versions, rollback, check, 'lift-pause': lift = [] } = values;
  const base = `/v1/admin/sites/${encodeURIComponent(site)}/config`;
  const words = { not_found: (path) => (path === 'version' ? `The site "${site}" has no version ${rollback}.` : `There is no site "${site}".`) };
  if (versions) {
    const rows = await callCollector(`${base}/versions`, { host, words });
    return { json: rows, text: rows.map((row) => `${row.live ? '*' : ' '} ${row.version}\t${new Date(row.at).toISOString()}\t${row.by}\t${row.note}`).join('\n') };
  }
  const lifted = lift.map((id) => ['lift', id]);
  if (rollback !== undefined) {
    const version = readCount(rollback, { name: '--rollback' });
    const document = await callCollector(`${base}/rollback?${new URLSearchParams(lifted)}`, { host, words, method: 'POST', body: { version } });
    return { json: document, text: `version ${version} is live again, as version ${document.version}` };
  }
  const [file] = files;
  const source = readJson(file);
  const large = { body_too_deep: `${file} is nested too deeply.`, body_too_large: `${file} is too large.` };
  if (check) {
    const found = await callCollector(`/v1/admin/sites/${encodeURIComponent(site)}/backtest`, { host, method: 'POST', json: readText(file), words: { ...words, ...large } });
    return { json: found, text: tell(found, source) };
  }
  const query = new URLSearchParams([...note ? [['note', cleanNote(note)]] : [], ...lifted]);
  const { etag } = await callCollector(base, { host, words });
  const document = await callCollector(`${base}?${query}`, {
    host, method: 'PUT', json: readText(file), headers: { 'if-match': etag }, words: { ...words, ...large },
  });
  const warnings = (document.warnings ?? []).map(({ path, message }) => `\nwarning: ${path}: ${message}`);
  return { json: document, text: `version ${document.version} is live; every open page has it within a minute${warnings.join('')}` };
}

if (process.env['npm_command'] === 'publish') {
  // npm runs a script of this name after `npm publish`; that is not what is meant here.
  console.error(USAGE);
  process.exitCode = 2;
} else {
  await runCommand({
    usage: USAGE,
    options: { site: { type: 'string' }, note: { type: 'string' }, versions: { type: 'boolean' }, check: { type: 'boolean' }, rollback: { type: 'string' }, 'lift-pause': { type: 'string', multiple: true } },
    run,
  });
}
