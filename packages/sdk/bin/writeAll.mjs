import { mkdir, readFile, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { fail } from './fail.mjs';

const quietly = () => undefined;
const absent = (error) => { if (error.code !== 'ENOENT') throw error; };

/** Takes away the folders that were made for a file, from its own up to the first, where nothing else came to stand in them. */
async function takeAway(folder, first) {
  await rmdir(folder);
  if (folder !== first) await takeAway(dirname(folder), first);
}

/**
 * Writes all files or none. Each is written beside its place first, and put there once all are: whoever reads one finds the old or the
 * new, whole. Where putting fails, those that were put give way to what stood there.
 * @param files path and content, the one that names others last
 */
export async function writeAll(files) {
  const staged = [], placed = [];
  let file;
  try {
    for (const [path, content] of files) {
      file = path;
      const folder = resolve(dirname(path));
      const one = { path, folder, beside: `${path}.${process.pid}.part`, made: await mkdir(folder, { recursive: true }) };
      staged.push(one);
      // A folder in the place of a file fails here, before anything is put.
      one.old = await readFile(path).catch(absent);
      await writeFile(one.beside, content);
    }
    for (const one of staged) {
      file = one.path;
      await rename(one.beside, file);
      placed.push(one);
    }
  } catch (error) {
    for (const { path, old, beside } of placed.reverse()) {
      if (old === undefined) await rm(path, { force: true }).catch(quietly);
      else await writeFile(beside, old).then(() => rename(beside, path)).catch(quietly);
    }
    for (const { beside, folder, made } of staged.reverse()) {
      await rm(beside, { force: true }).catch(quietly);
      if (made) await takeAway(folder, made).catch(quietly);
    }
    throw fail('not_written', `${file}: ${error.message}`);
  }
}
