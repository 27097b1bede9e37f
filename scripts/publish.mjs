import { readFileSync } from 'node:fs';
import { callCollector } from './cli/callCollector.mjs';
import { runCommand } from './cli/runCommand.mjs';

const USAGE = `npm run publish -- FILE --site ID [--note TEXT]   validate, compile and publish a configuration
npm run publish -- --site ID --versions           what was published, by whom
npm run publish -- --site ID --rollback N         publish version N anew
Options: --host URL (or TACTFUL_HOST; else this machine, at PORT or 8787), --json. The deploy token is read from DEPLOY_TOKEN or .dev.vars.`;

/** Reads a configuration file; what is wrong with the file itself is told with its name. */
function readSource(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(`${file}: ${error.message}`, { cause: error });
  }
}

async function run([file], { host, site, note, versions, rollback }) {
  if (!site || (!file && !versions && rollback === undefined)) return undefined;
  const base = `/v1/admin/sites/${encodeURIComponent(site)}/config`;
  if (versions) {
    const rows = await callCollector(`${base}/versions`, { host });
    return { json: rows, text: rows.map((row) => `${row.live ? '*' : ' '} ${row.version}\t${new Date(row.at).toISOString()}\t${row.by}\t${row.note}`).join('\n') };
  }
  if (rollback !== undefined) {
    const document = await callCollector(`${base}/rollback`, { host, method: 'POST', body: { version: Number(rollback) } });
    return { json: document, text: `version ${rollback} is live again, as version ${document.version}` };
  }
  const source = readSource(file);
  const { etag } = await callCollector(base, { host });
  const query = note ? `?note=${encodeURIComponent(note)}` : '';
  const document = await callCollector(`${base}${query}`, { host, method: 'PUT', body: source, headers: { 'if-match': etag } });
  return { json: document, text: `version ${document.version} is live; every open page has it within a minute` };
}

if (process.env['npm_command'] === 'publish') {
  // npm runs a script of this name after `npm publish`; that is not what is meant here.
  console.error(USAGE);
  process.exitCode = 2;
} else {
  await runCommand({
    usage: USAGE,
    options: { site: { type: 'string' }, note: { type: 'string' }, versions: { type: 'boolean' }, rollback: { type: 'string' } },
    run,
  });
}
