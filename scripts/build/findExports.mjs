import { readFileSync } from 'node:fs';
import { join, dirname } from 'node:path';

/** `sdk/act/view.d.ts` → where `tsc -b` wrote it. */
export const writtenBy = (name) => `packages/${name.replace('/', '/lib/')}`;

const sibling = (from, specifier) => join(dirname(from), specifier).replace(/\.(ts|js)$/, '.d.ts');

/** Which declaration file each name that `file` exports comes from: `Map(name → 'protocol/device.d.ts')`. */
export function findExports(file, found = new Map()) {
  const text = readFileSync(writtenBy(file), 'utf8');
  for (const [, , name] of text.matchAll(/^export (?:declare )?(interface|type|const|function|class|abstract class) (\w+)/gm)) if (!found.has(name)) found.set(name, file);
  for (const [, specifier] of text.matchAll(/^export \* from ['"](\.[^'"]+)['"]/gm)) findExports(sibling(file, specifier), found);
  for (const [, names, specifier] of text.matchAll(/^export (?:type )?\{([^}]*)\} from ['"](\.[^'"]+)['"]/gm)) {
    const inner = findExports(sibling(file, specifier));
    for (const name of names.split(',').map((one) => one.trim().replace(/^type /, '')).filter(Boolean)) {
      if (inner.has(name) && !found.has(name)) found.set(name, inner.get(name));
    }
  }
  return found;
}
