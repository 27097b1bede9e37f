import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { ROOT } from './listFiles.ts';

const clone = mkdtempSync(join(tmpdir(), 'tactful-clone-'));
afterAll(() => rmSync(clone, { recursive: true, force: true }));

/** Needs no package, or sets up by itself. */
const ALONE = ['start', 'test', 'setup', 'site', 'publish'];

it('on a clone without its packages every command says what to run first', () => {
  cpSync(join(ROOT, 'scripts'), join(clone, 'scripts'), { recursive: true });
  cpSync(join(ROOT, 'package.json'), join(clone, 'package.json'));
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: Record<string, string> };
  const first = Object.entries(scripts).filter(([name]) => !ALONE.includes(name)).map(([name, command]) => {
    const { status, stderr } = spawnSync(command, { shell: true, cwd: clone, encoding: 'utf8' });
    return [name, status, stderr];
  });
  expect(first.length).toBeGreaterThan(5);
  const said = 'The packages are not installed yet. Run npm start (it sets up and serves everything) or npm run setup first.\n';
  expect(first).toEqual(first.map(([name]) => [name, 2, said]));
});

it('sizes of what is not built are not printed as zeros', () => {
  mkdirSync(join(clone, 'node_modules'), { recursive: true });
  writeFileSync(join(clone, 'node_modules/.package-lock.json'), '{}');
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/sizes.mjs'], { cwd: clone, encoding: 'utf8' });
  expect([status, stdout, stderr]).toEqual([2, '', expect.stringMatching(/^Not built yet: packages\/sdk\/dist\/tactful\.js, .*\. Run npm run build \(or npm start\) first\.\n$/)]);
});
