import { execFile } from 'node:child_process';
import { access, mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { parseTrace } from './parseTrace.ts';
import type { Trace } from './Trace.ts';

/**
 * Reads the recordings of a SapiMouse archive (`.tar.xz`, or any that the system's `tar` opens) whose file name contains
 * `part` (`1min`, `3min`), ordered by person. Nothing is kept on disk.
 * @throws an Error in plain words when the archive is missing or holds no such recording.
 */
export async function readTraces(archive: string, part: string): Promise<readonly Trace[]> {
  await access(archive).catch(() => { throw new Error(`There is no file ${archive}.`); });
  const folder = await mkdtemp(join(tmpdir(), 'tactful-traces-'));
  try {
    await promisify(execFile)('tar', ['-xf', archive, '-C', folder]).catch((error: { code?: unknown }) => {
      throw new Error(error.code === 'ENOENT' ? 'There is no tar on this machine to open archives with.' : `${archive} is no archive that tar can open.`);
    });
    const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.csv') && basename(file).includes(part));
    const traces = await Promise.all(files.map(async (file) =>
      parseTrace(`${basename(dirname(file))}/${basename(file, '.csv')}`, await readFile(join(folder, file), 'utf8'))));
    if (traces.length === 0) throw new Error(`${archive} holds no recording named *${part}*.csv.`);
    return traces.sort((one, other) => one.name.localeCompare(other.name, 'en', { numeric: true }));
  } finally {
    await rm(folder, { recursive: true });
  }
}
