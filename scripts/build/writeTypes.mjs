import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';

/** The declarations that users reach: where each public entry's types begin. */
const ENTRIES = ['sdk/index.d.ts', 'sdk/act/widget/index.d.ts', 'engine/index.d.ts'];
const SPECIFIER = /((?:from|import)\s*\(?\s*)(['"])([^'"]+)\2/g;

/** `sdk/act/view.d.ts` → the file that `tsc -b` wrote. */
const source = (name) => `packages/${name.replace('/', '/lib/')}`;

/** What a specifier in `from` names, as `package/file.d.ts`; undefined when it is not ours. */
function target(from, specifier) {
  if (specifier.startsWith('.')) return join(dirname(from), specifier).replace(/\.(ts|js)$/, '.d.ts');
  return specifier.startsWith('@tactful/') ? `${specifier.slice(9)}/index.d.ts` : undefined;
}

/**
 * Copies the declarations that the public entries reach, with `@tactful/*` written as relative paths:
 * the npm package stands alone, and TypeScript 7 offers no API to roll declarations up.
 */
export function writeTypes({ out }) {
  return {
    name: 'write-types',
    async writeBundle() {
      await rm(out, { recursive: true, force: true });
      const seen = new Set();
      const queue = ENTRIES.filter((name) => existsSync(source(name)));
      for (const name of queue) {
        if (seen.has(name)) continue;
        seen.add(name);
        const text = await readFile(source(name), 'utf8');
        const rewritten = text.replace(/^\/\/# sourceMappingURL.*$/m, '').replace(SPECIFIER, (whole, lead, quote, specifier) => {
          const file = target(name, specifier);
          if (!file) return whole;
          queue.push(file);
          const path = relative(dirname(name), file).replace(/\.d\.ts$/, '.js');
          return `${lead}${quote}${path.startsWith('.') ? path : `./${path}`}${quote}`;
        });
        await mkdir(dirname(join(out, name)), { recursive: true });
        await writeFile(join(out, name), rewritten);
      }
    },
  };
}
