import { createHash } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';

/** Which files of a release pages load: `tactful.js` and those that it imports. */
export const PAGE_FILE = /^tactful(-[a-z]+)?\.js$/;

/** The folder of a version, under what the Worker serves. */
export const folderOf = (assets, version) => `${assets}/v/${version}`;

/** Writes a version's folder anew: its page files (`[[name, bytes], …]`), and their SRI hashes in `integrity.json`. */
export async function writeVersion({ assets, version, files }) {
  const folder = folderOf(assets, version);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const hashes = files.map(([name, bytes]) => [name, `sha384-${createHash('sha384').update(bytes).digest('base64')}`]);
  for (const [name, bytes] of files) await writeFile(`${folder}/${name}`, bytes);
  await writeFile(`${folder}/integrity.json`, `${JSON.stringify(Object.fromEntries(hashes), null, 2)}\n`);
}
