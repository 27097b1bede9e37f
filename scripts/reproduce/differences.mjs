import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';

async function hashesOf(folder) {
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return new Map(await Promise.all(files.map(async (file) => [relative(folder, file), createHash('sha256').update(await readFile(file)).digest('hex')])));
}

/** Two folders, file by file: `{ count, differ }`, how many files there are in either, and the paths of those whose bytes differ or which one of them lacks. */
export async function differences(one, two) {
  const [a, b] = await Promise.all([hashesOf(one), hashesOf(two)]);
  const names = [...new Set([...a.keys(), ...b.keys()])].sort();
  return { count: names.length, differ: names.filter((name) => a.get(name) !== b.get(name)) };
}
