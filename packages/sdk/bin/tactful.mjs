#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { CODES, fail } from './fail.mjs';
import { pull } from './pull.mjs';

const USAGE = `tactful pull --host URL --key pk_… [--locale TAG] [--out FILE] [--module] [--files FOLDER]
  Writes the published configuration of a site to a file, for the option \`config\`: the page then asks for none.
  --host     the collector, such as https://cx.example.com
  --key      the site's public key
  --locale   language of the texts; default: the site's own
  --out      default: tactful.config.json, with --module tactful.config.mjs
  --module   writes a module with a default export instead of JSON
  --files    also fetches the page's files into this folder, checked against their SRI hashes, to be served by yourself
Exit codes: 0 written, 1 nothing was written (the code says why), 2 usage.`;

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      host: { type: 'string' }, key: { type: 'string' }, locale: { type: 'string' }, out: { type: 'string' }, module: { type: 'boolean' }, files: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) console.log(USAGE);
  else if (positionals.join(' ') !== 'pull' || !values.host || !values.key) throw fail('usage', 'pull, --host and --key are wanted');
  else for (const line of await pull(values)) console.log(line);
} catch (error) {
  if (error.code?.startsWith('ERR_PARSE_ARGS') || error.code === 'usage') {
    console.error(`${error.message}\n\n${USAGE}`);
    process.exitCode = 2;
  } else {
    console.error(`tactful: ${CODES.includes(error.code) ? `${error.code}: ${error.message}` : error.stack}`);
    process.exitCode = 1;
  }
}
