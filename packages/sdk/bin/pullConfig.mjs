import { readFile, stat } from 'node:fs/promises';
import { checkConfig } from '../dist/tactful-pull.mjs';
import { ask } from './ask.mjs';
import { describeAge } from './describeAge.mjs';
import { fail } from './fail.mjs';

const read = (bytes) => {
  try {
    return JSON.parse(bytes.toString());
  } catch {
    // A page of somebody else's, or half an answer.
    return undefined;
  }
};
const REFUSALS = {
  bad_key: (key) => fail('bad_key', `the collector knows no site with the key ${key}`),
  not_found: () => fail('nothing_published', 'this site has published no configuration yet'),
};

/** What stood in the file before, if it was written by this command. */
async function before(file) {
  try {
    const [text, { mtimeMs }] = await Promise.all([readFile(file, 'utf8'), stat(file)]);
    return { version: /"version": ?"([^"]+)"/.exec(text)?.[1], age: Date.now() - mtimeMs };
  } catch {
    // There was none.
    return undefined;
  }
}

const asModule = (json, { version, host }) => `// Written by \`tactful pull\` from ${new URL(host).origin}. Configuration ${version}.\n/** @type {object} */\nexport default ${json};\n`;

/** Fetches the configuration, and looks at it as a page would. @returns the file to write, and lines for people */
export async function pullConfig({ host, key, locale, out, module = false }) {
  const query = new URLSearchParams({ v: '1', ...(locale && { locale }), key });
  const { status, bytes } = await ask(host, `/v1/config?${query}`);
  const served = read(bytes);
  const code = served?.error?.code;
  if (status !== 200) throw REFUSALS[code]?.(key) ?? fail(code ? 'refused' : 'not_a_configuration', `${host} answered ${status}${code ? ` ${code}: ${served.error.message}` : ', which is no answer of a collector'}`);
  const checked = checkConfig(served);
  if (!checked) throw fail('not_a_configuration', `${host} answered something that no page would take for a configuration`);
  const { config: { version, campaigns, locale: spoken, halt }, unsupported } = checked;
  const file = out ?? (module ? 'tactful.config.mjs' : 'tactful.config.json');
  const old = await before(file);
  // So that it may stand in a page's own script as well.
  const json = JSON.stringify(served, null, 2).replaceAll('<', '\\u003c');
  return {
    files: [[file, module ? asModule(json, { version, host }) : `${json}\n`]],
    lines: [
      `${file}: configuration ${version}, ${campaigns.length} campaigns, in ${spoken}, of ${new Date().toISOString()}`,
      ...(old?.version ? [old.version === version ? `as before: the file was ${describeAge(old.age)} old` : `instead of ${old.version}, ${describeAge(old.age)} old`] : []),
      ...(halt ? ['the site is halted: a page with this configuration shows nothing'] : []),
      ...unsupported.map(([id, path]) => `campaign ${id} will not be shown by the files of this release: they do not know ${path}`),
    ],
  };
}
