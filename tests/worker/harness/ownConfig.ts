import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Writes the repository's wrangler.toml into a folder, its paths made whole; `edit` may change what was written. @returns its path */
export function ownConfig(folder: string, edit: (written: string) => string): string {
  const config = join(folder, 'wrangler.toml');
  writeFileSync(config, edit(readFileSync('wrangler.toml', 'utf8').replaceAll(/"(\.\/)?packages\//g, `"${resolve('packages')}/`)));
  return config;
}
