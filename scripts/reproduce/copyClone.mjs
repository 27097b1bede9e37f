import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { copyFile, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { linkTree } from './linkTree.mjs';

/** Copies this clone into a folder: its files as they are, committed or not, and the packages that are installed; nothing that was built. */
export async function copyClone(folder) {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { encoding: 'utf8' });
  for (const file of listed.split('\0').filter((name) => name && existsSync(name))) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await copyFile(file, join(folder, file));
  }
  await linkTree('node_modules', join(folder, 'node_modules'));
}
