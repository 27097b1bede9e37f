import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { ask } from './ask.mjs';
import { fail } from './fail.mjs';

const NAME = /^tactful(-[a-z]+)?\.js$/, VERSION = /^\d+\.\d+\.\d+(-[\w.]+)?/;

async function get(host, path) {
  const { status, bytes } = await ask(host, path);
  if (status !== 200) throw fail('bad_file', `${path} answered ${status}`);
  return bytes;
}
const parse = (bytes, path) => {
  try {
    return JSON.parse(bytes.toString());
  } catch {
    throw fail('bad_file', `${path} is no JSON`);
  }
};

/**
 * Fetches the page's files of the release that the collector serves, each checked against its SRI hash before any is written.
 * They stand as the collector has them, so that `tactful.js` finds the others: `tactful.js` and `v/<version>/…`. @returns the files to write, and lines for people
 */
export async function pullFiles({ host, files: folder }) {
  const [version] = VERSION.exec(parse(await get(host, '/v1/health'), '/v1/health').build) ?? [];
  if (!version) throw fail('bad_file', '/v1/health names no release');
  const base = `/v/${version}`;
  const listed = await get(host, `${base}/integrity.json`);
  const hashes = Object.entries(parse(listed, `${base}/integrity.json`));
  if (!hashes.length || hashes.some(([name]) => !NAME.test(name))) throw fail('bad_file', `${base}/integrity.json names what is no file of a page`);
  const bodies = await Promise.all(hashes.map(async ([name, hash]) => {
    const bytes = await get(host, `${base}/${name}`);
    if (`sha384-${createHash('sha384').update(bytes).digest('base64')}` !== hash) throw fail('bad_file', `${base}/${name} is not what its SRI hash says`);
    return [name, bytes, hash];
  }));
  const core = bodies.find(([name]) => name === 'tactful.js');
  if (!core) throw fail('bad_file', `${base}/integrity.json names no tactful.js`);
  return {
    files: [
      ...bodies.map(([name, bytes]) => [join(folder, 'v', version, name), bytes]),
      [join(folder, 'v', version, 'integrity.json'), listed],
      // The last: a page that loads it finds the others there.
      [join(folder, 'tactful.js'), core[1]],
    ],
    lines: [
      `${folder}: release ${version}, ${bodies.length} files and tactful.js`,
      ...bodies.map(([name, bytes, hash]) => `  v/${version}/${name}  ${bytes.length} bytes  ${hash}`),
      `<script async src="…/v/${version}/tactful.js" integrity="${core[2]}" crossorigin="anonymous" data-api-host="${new URL(host).origin}" data-key="…"></script>`,
    ],
  };
}
