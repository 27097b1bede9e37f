import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, it } from 'vitest';
import { listFiles, ROOT } from './listFiles.ts';

const CAP = 250;
const MEDIAN = 70;
const GENERATED = new Set(['packages/collector/src/env.d.ts']);

const code = listFiles('*.ts', '*.tsx', '*.mjs', '*.js').filter((file) => !GENERATED.has(file));
const sources = code.filter((file) => /^packages\/[^/]+\/src\//.test(file) && !/\.test\.tsx?$/.test(file));
const lines = (file: string): number => readFileSync(ROOT + file, 'utf8').split('\n').length - 1;

it('keeps every file within 250 lines', () => {
  expect(code.map((file) => [file, lines(file)] as const).filter(([, count]) => count > CAP)).toEqual([]);
});

it('keeps the median source file within 70 lines', () => {
  const sorted = sources.map(lines).sort((a, b) => a - b);
  expect(sorted.length).toBeGreaterThan(50);
  expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(MEDIAN);
});

it('names files by what they hold', () => {
  expect(listFiles().filter((file) => /(^|\/)(utils?|helpers?|misc|common)(\/|\.[a-z]+$)/i.test(file))).toEqual([]);
  expect(sources.filter((file) => basename(file).startsWith('index.') && !/^packages\/[^/]+\/src\/index\.tsx?$/.test(file) && file !== 'packages/sdk/src/act/widget/index.ts')).toEqual([]);
});

it('has exactly the top level of the house', () => {
  const fixed = ['packages', 'examples', 'tests', 'docs', 'scripts', 'package.json', 'package-lock.json', 'rollup.config.mjs', 'wrangler.toml', 'README.md', 'LICENSE', 'CHANGELOG.md', 'tsconfig.base.json', 'tsconfig.json'];
  const top = [...new Set(listFiles().map((file) => file.split('/')[0]!))].filter((name) => !name.startsWith('.'));
  expect(top.sort()).toEqual(fixed.sort());
});

it('has every workspace under the same version', () => {
  const version = (file: string): string => JSON.parse(readFileSync(ROOT + file, 'utf8')).version;
  const packages = readdirSync(`${ROOT}packages`).map((name) => version(`packages/${name}/package.json`));
  expect(new Set(packages)).toEqual(new Set([version('package.json')]));
  expect(readFileSync(`${ROOT}packages/sdk/src/version.ts`, 'utf8')).toContain(`'${version('packages/sdk/package.json')}'`);
});

/** Ours, and the one of the peers that `npm run bench` installs. */
const LOCKS = ['package-lock.json', 'tests/bench/package-lock.json'];

it('has no lockfile but its own and the peers’', () => {
  expect(listFiles('package-lock.json', '**/package-lock.json').sort()).toEqual(LOCKS);
});

it.each(LOCKS)('keeps no host and no path of a machine in %s', (file) => {
  const lock = readFileSync(ROOT + file, 'utf8');
  expect([...lock.matchAll(/"resolved": "([^"]*)"/g)].map((match) => match[1]).filter((to) => !/^(packages|examples)\/[a-z]+$/.test(to!))).toEqual([]);
});

it('installs the peers with none of its own packages, by the same rules', () => {
  const { workspaces } = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8')) as { workspaces: string[] };
  expect(workspaces).toEqual(['packages/*', 'examples/*']);
  const { packages } = JSON.parse(readFileSync(`${ROOT}package-lock.json`, 'utf8')) as { packages: Record<string, unknown> };
  const { dependencies } = JSON.parse(readFileSync(`${ROOT}tests/bench/package.json`, 'utf8')) as { dependencies: Record<string, string> };
  expect(Object.keys(dependencies).length).toBeGreaterThan(10);
  expect(Object.keys(dependencies).filter((name) => `node_modules/${name}` in packages)).toEqual([]);
  expect(readFileSync(`${ROOT}tests/bench/.npmrc`, 'utf8')).toContain('omit-lockfile-registry-resolved=true\n');
});

it('pins every dependency to an exact version', () => {
  const loose = listFiles('package.json', 'packages/*/package.json', 'examples/*/package.json', 'tests/bench/package.json').flatMap((file) => {
    const { dependencies = {}, devDependencies = {}, overrides = {} } = JSON.parse(readFileSync(ROOT + file, 'utf8')) as Record<string, Record<string, string>>;
    return Object.entries({ ...dependencies, ...devDependencies, ...overrides }).filter(([, version]) => !/^(\d+\.\d+\.\d+(-[\w.]+)?|\$.+)$/.test(version)).map(([name, version]) => `${file}: ${name} ${version}`);
  });
  expect(loose).toEqual([]);
});
