import { readdir, readFile } from 'node:fs/promises';
import { folderOf, PAGE_FILE } from '../build/writeVersion.mjs';

/** Throws where the page's files of a version, as they were built here, are not those of its release (`[[name, bytes], …]`), byte for byte. */
export async function assertSame({ assets, version, files }) {
  const folder = folderOf(assets, version);
  const built = (await readdir(folder)).filter((name) => PAGE_FILE.test(name));
  const released = new Map(files);
  const differ = [];
  for (const name of new Set([...released.keys(), ...built])) {
    const same = built.includes(name) && released.get(name)?.equals(await readFile(`${folder}/${name}`));
    if (!same) differ.push(name);
  }
  if (differ.length) throw new Error(`${version} is released, and what was built here under that version differs in ${differ.join(', ')}. Build the commit of the release, or give this one a version of its own.`);
}
