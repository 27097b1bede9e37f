import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Writes into a folder a wrangler.toml with every optional binding, which stand in the repository's as comments; `edit` may change what was written. @returns its path */
export function boundConfig(folder: string, edit: (written: string) => string = (written) => written): string {
  const config = join(folder, 'wrangler.toml');
  writeFileSync(config, edit(readFileSync('wrangler.toml', 'utf8').replace(/^# (\[\[?[\w.]+\]\]?|[a-z_]+ = .*)$/gm, '$1').replaceAll(/"(\.\/)?packages\//g, `"${resolve('packages')}/`)));
  return config;
}
