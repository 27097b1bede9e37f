import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fail } from './fail.mjs';

/** Writes beside the file and puts it in its place: whoever reads finds the old one or the new one, whole. */
export async function writeWhole(file, content) {
  const beside = `${file}.${process.pid}.part`;
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(beside, content);
    await rename(beside, file);
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined);
    throw fail('not_written', `${file}: ${error.message}`);
  }
}
