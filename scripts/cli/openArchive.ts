import { execFile } from 'node:child_process';
import { access, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** A file of an archive: its name in there, and where it lies meanwhile. */
export interface Packed { readonly name: string; readonly path: string }

/**
 * Opens a `.tar.xz`, or any archive that the system's `tar` opens, for as long as its files are read; nothing is kept on disk.
 * @param ending how the names end of the files that are asked for
 * @throws an Error in plain words when the archive is missing or none.
 */
export async function openArchive<Result>(archive: string, ending: string, read: (files: readonly Packed[]) => Promise<Result>): Promise<Result> {
  await access(archive).catch(() => { throw new Error(`There is no file ${archive}.`); });
  const folder = await mkdtemp(join(tmpdir(), 'tactful-archive-'));
  try {
    await promisify(execFile)('tar', ['-xf', archive, '-C', folder]).catch((error: { code?: unknown }) => {
      throw new Error(error.code === 'ENOENT' ? 'There is no tar on this machine to open archives with.' : `${archive} is no archive that tar can open.`);
    });
    return await read((await readdir(folder, { recursive: true })).filter((name) => name.endsWith(ending)).map((name) => ({ name, path: join(folder, name) })));
  } finally {
    await rm(folder, { recursive: true });
  }
}
