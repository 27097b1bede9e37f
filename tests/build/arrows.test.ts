import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { expect, it } from 'vitest';
import { listFiles, ROOT } from './listFiles.ts';

/** Which packages of ours each may import. */
const ARROWS: Readonly<Record<string, readonly string[]>> = {
  protocol: [],
  engine: ['protocol'],
  sdk: ['engine', 'protocol'],
  learner: ['protocol'],
  collector: ['engine', 'learner', 'protocol'],
  console: ['engine', 'protocol'],
};
/** Stages of the SDK; only the files beside them wire stages together. */
const STAGES = ['observe', 'act', 'ship'];
const SPECIFIER = /(?:^|\n)\s*(import|export)\s+(type\s)?[^;'"]*?from\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;

interface Import { readonly file: string; readonly from: string; readonly to: string; readonly typeOnly: boolean }

/** Every import in the packages' sources. `to` is a package's name, or a path within the package. */
function readImports(): Import[] {
  return listFiles('packages/*/src/**/*.ts', 'packages/*/src/**/*.tsx').flatMap((file) =>
    [...readFileSync(ROOT + file, 'utf8').matchAll(SPECIFIER)].map((match) => {
      const specifier = match[3] ?? match[4] ?? '';
      const to = specifier.startsWith('.') ? posix.join(posix.dirname(file), specifier) : specifier;
      return { file, from: file.split('/')[1]!, to, typeOnly: match[2] !== undefined };
    }));
}

const imports = readImports();
const packageOf = ({ to }: Import): string | undefined => (to.startsWith('@tactful/') ? to.split('/')[1] : to.startsWith('packages/') ? to.split('/')[1] : undefined);
const stageOf = (path: string): string | undefined => STAGES.find((stage) => path.startsWith(`packages/sdk/src/${stage}/`));
const isTest = (file: string): boolean => /\.test\.tsx?$/.test(file);
const tell = ({ file, to }: Import): string => `${file} → ${to}`;

it('reads imports at all', () => {
  expect(imports.length).toBeGreaterThan(100);
});

it('runs arrows between packages one way only', () => {
  const wrong = imports.filter((one) => {
    const wanted = packageOf(one);
    return wanted !== undefined && wanted !== one.from && !ARROWS[one.from]!.includes(wanted);
  });
  expect(wrong.map(tell)).toEqual([]);
});

it('enters other packages by their name, not by a path into them', () => {
  expect(imports.filter(({ to, from, file }) => to.startsWith('packages/') && to.split('/')[1] !== from && !isTest(file)).map(tell)).toEqual([]);
});

it('gives the engine and the learner types alone, and no tool of the platform', () => {
  const outside = imports.filter(({ from, to, file }) => ['engine', 'learner'].includes(from) && !isTest(file) && !to.startsWith('packages/') && !to.startsWith('@tactful/'));
  expect(outside.map(tell)).toEqual([]);
});

it('keeps the stages of the SDK apart but for types', () => {
  const crossing = imports.filter(({ file, to, typeOnly }) => {
    const [own, other] = [stageOf(file), stageOf(to)];
    return !isTest(file) && !typeOnly && own !== undefined && other !== undefined && own !== other;
  });
  expect(crossing.map(tell)).toEqual([]);
});

it('ends every relative import in .ts, as three runtimes read the sources', () => {
  expect(imports.filter(({ to }) => to.startsWith('packages/') && !/\.(tsx?|json|sql)$/.test(to)).map(tell)).toEqual([]);
});
