import { ownConfig } from './ownConfig.ts';

/** Writes into a folder a wrangler.toml with every optional binding, which stand in the repository's as comments; `edit` may change what was written. @returns its path */
export function boundConfig(folder: string, edit: (written: string) => string = (written) => written): string {
  return ownConfig(folder, (written) => edit(written.replace(/^# (\[\[?[\w.]+\]\]?|[a-z_]+ = .*)$/gm, '$1')));
}
