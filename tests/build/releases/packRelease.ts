import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Packed {
  /** The tarball's path, which npm takes as it takes a name and a version. */
  readonly spec: string;
  readonly integrity: string;
}

/** Packs a release as npm does, with these files in its `dist`. */
export function packRelease(room: string, version: string, files: Readonly<Record<string, string>>): Packed {
  const folder = join(room, version);
  mkdirSync(join(folder, 'dist'), { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: '@tactful/sdk', version }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, 'dist', name), text);
  execFileSync('npm', ['pack', folder, '--pack-destination', room, '--loglevel=silent'], { cwd: room, stdio: 'ignore' });
  const spec = join(room, `tactful-sdk-${version}.tgz`);
  return { spec, integrity: `sha512-${createHash('sha512').update(readFileSync(spec)).digest('base64')}` };
}
