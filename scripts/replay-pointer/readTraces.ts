import { readFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { openArchive } from '../cli/openArchive.ts';
import { parseTrace } from './parseTrace.ts';
import type { Trace } from './Trace.ts';

/**
 * Reads the recordings of a SapiMouse archive (`.tar.xz`, or any that the system's `tar` opens) whose file name contains
 * `part` (`1min`, `3min`), ordered by person. Nothing is kept on disk.
 * @throws an Error in plain words when the archive is missing or holds no such recording.
 */
export async function readTraces(archive: string, part: string): Promise<readonly Trace[]> {
  const traces = await openArchive(archive, '.csv', (files) => Promise.all(files.filter(({ name }) => basename(name).includes(part)).map(async ({ name, path }) =>
    parseTrace(`${basename(dirname(name))}/${basename(name, '.csv')}`, await readFile(path, 'utf8')))));
  if (traces.length === 0) throw new Error(`${archive} holds no recording named *${part}*.csv.`);
  return traces.sort((one, other) => one.name.localeCompare(other.name, 'en', { numeric: true }));
}
