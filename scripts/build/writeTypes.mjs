import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { findExports, writtenBy } from './findExports.mjs';

/** The declarations that users reach: where each public entry's types begin. */
const ENTRIES = ['sdk/index.d.ts', 'sdk/act/widget/index.d.ts', 'sdk/shop/pixel/startPixel.d.ts', 'sdk/node/createClient.d.ts', 'engine/index.d.ts'];
const NAMED = /^(import|export)( type)? \{([^}]*)\} from ['"]@tactful\/(\w+)['"];?/gm;
const SPECIFIER = /((?:from|import)\s*\(?\s*)(['"])([^'"]+)\2/g;

/** One statement per file that the names come from, so that no file is reached for the sake of a list of all. */
function splitNames({ verb, type = '', names, from }) {
  const exported = findExports(`${from}/index.d.ts`);
  const byFile = new Map();
  for (const name of names.split(',').map((one) => one.trim()).filter(Boolean)) {
    const file = exported.get(name.replace(/^type /, '').split(/ as /)[0].trim());
    if (!file) throw new Error(`@tactful/${from} exports no ${name}`);
    byFile.set(file, [...(byFile.get(file) ?? []), name]);
  }
  return [...byFile].map(([file, some]) => `${verb}${type} { ${some.join(', ')} } from '@tactful/${file.replace(/\.d\.ts$/, '')}';`).join('\n');
}

/** What a specifier in `from` names, as `package/file.d.ts`; undefined when it is not ours. */
function target(from, specifier) {
  if (specifier.startsWith('.')) return join(dirname(from), specifier).replace(/\.(ts|js)$/, '.d.ts');
  if (!specifier.startsWith('@tactful/')) return undefined;
  const path = specifier.slice(9);
  return path.includes('/') ? `${path}.d.ts` : `${path}/index.d.ts`;
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
      const queue = [...ENTRIES];
      for (const name of queue) {
        if (seen.has(name)) continue;
        seen.add(name);
        const text = (await readFile(writtenBy(name), 'utf8'))
          .replace(/^\/\/# sourceMappingURL.*$/m, '')
          .replace(NAMED, (_whole, verb, type, names, from) => splitNames({ verb, type, names, from }));
        const rewritten = text.replace(SPECIFIER, (whole, lead, quote, specifier) => {
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
