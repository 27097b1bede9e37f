import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { differences } from '../../scripts/reproduce/differences.mjs';
import { linkTree } from '../../scripts/reproduce/linkTree.mjs';

const room = mkdtempSync(join(tmpdir(), 'tactful-reproduce-'));
afterAll(() => rmSync(room, { recursive: true, force: true }));

it('two builds are compared file by file, by their bytes', async () => {
  const [one, two] = [join(room, 'one'), join(room, 'two')];
  mkdirSync(join(one, 'types'), { recursive: true });
  for (const [name, text] of [['a.js', 'a'], ['b.js', 'b'], ['types/c.d.ts', 'c']] as const) writeFileSync(join(one, name), text);
  symlinkSync('../types', join(one, 'types/self'));
  await linkTree(one, two);
  expect(await differences(one, two)).toEqual({ count: 3, differ: [] });
  expect([statSync(join(two, 'a.js')).ino, readFileSync(join(two, 'types/self/c.d.ts'), 'utf8')]).toEqual([statSync(join(one, 'a.js')).ino, 'c']);
  rmSync(join(two, 'b.js'));
  rmSync(join(two, 'types/c.d.ts'));
  writeFileSync(join(two, 'types/c.d.ts'), 'd');
  writeFileSync(join(two, 'new.js'), '');
  expect(await differences(one, two)).toEqual({ count: 4, differ: ['b.js', 'new.js', 'types/c.d.ts'] });
});

it('the package is published openly, from where its origin can be proved, or not at all', () => {
  const { publishConfig } = JSON.parse(readFileSync('packages/sdk/package.json', 'utf8')) as { publishConfig: object };
  expect(publishConfig).toEqual({ access: 'public', provenance: true });
});
