import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeVersion } from '../../scripts/build/writeVersion.mjs';
import { layReleases } from '../../scripts/releases/layReleases.mjs';
import { readReleases } from '../../scripts/releases/readReleases.mjs';
import { withEnds } from '../../scripts/releases/withEnds.mjs';
import { ROOT } from './listFiles.ts';
import { packRelease, type Packed } from './releases/packRelease.ts';

const room = mkdtempSync(join(tmpdir(), 'tactful-releases-'));
afterAll(() => rmSync(room, { recursive: true, force: true }));

const DAY = (text: string): number => Date.parse(text);
let packed: Packed;
beforeAll(() => { packed = packRelease(room, '0.0.9', { 'tactful.js': 'core', 'tactful-act.js': 'act', 'tactful.mjs': 'npm' }); });

/** Lays a list onto a new folder, in which 0.1.0 was built. Whatever is asked of npm is this one tarball. */
async function lay(own: object, name: string, rest: object = {}) {
  const assets = join(room, name);
  await writeVersion({ assets, version: '0.1.0', files: [['tactful.js', Buffer.from('new')]] });
  const releases = [{ version: '0.0.9', date: '2026-01-31', integrity: packed.integrity, ...own }];
  const done = layReleases({ releases, assets, current: '0.1.0', now: DAY('2026-12-01'), specOf: () => packed.spec, ...rest });
  return { done, there: async () => { await done.catch(() => undefined); return readdirSync(join(assets, 'v')); } };
}

describe('a deployment', () => {
  it('lays a release beside what was built, the page’s files alone', async () => {
    const { done, there } = await lay({}, 'whole');
    expect([await done, await there()]).toEqual([['0.0.9'], ['0.0.9', '0.1.0']]);
    expect(readdirSync(join(room, 'whole/v/0.0.9')).sort()).toEqual(['integrity.json', 'tactful-act.js', 'tactful.js']);
  });

  it('refuses a tarball that is another, a version that is another, and one that can’t be brought; nothing was written then', async () => {
    const wrong = await lay({ integrity: `sha512-${'A'.repeat(86)}==` }, 'wrong');
    await expect(wrong.done).rejects.toThrow(/^Release 0\.0\.9 is not what was released: its tarball has sha512-/);
    const renamed = await lay({ version: '0.0.8' }, 'renamed');
    await expect(renamed.done).rejects.toThrow(/tgz is @tactful\/sdk@0\.0\.9, not @tactful\/sdk@0\.0\.8\.$/);
    const missing = await lay({}, 'missing', { specOf: () => join(room, 'none.tgz') });
    await expect(missing.done).rejects.toThrow(/^Release 0\.0\.9 can't be brought: npm pack .*none\.tgz failed\.\n/);
    expect(await Promise.all([wrong, renamed, missing].map(({ there }) => there()))).toEqual([['0.1.0'], ['0.1.0'], ['0.1.0']]);
  });

  it('refuses another build under the version of a release, and takes the same', async () => {
    const other = await lay({}, 'other', { current: '0.0.9', assets: join(room, 'whole') });
    expect(await other.done).toEqual([]);
    const changed = join(room, 'changed');
    await writeVersion({ assets: changed, version: '0.0.9', files: [['tactful.js', Buffer.from('core')], ['tactful-act.js', Buffer.from('acts')], ['tactful-new.js', Buffer.from('')]] });
    await expect((await lay({}, 'changes', { current: '0.0.9', assets: changed })).done).rejects.toThrow(/^0\.0\.9 is released, and what was built here under that version differs in tactful-act\.js, tactful-new\.js\./);
  });

  it('leaves out what was followed by another release more than 13 months ago, and asks npm for none of it', async () => {
    const releases = [['0.0.7', '2024-01-01'], ['0.0.8', '2025-10-30'], ['0.0.9', '2025-10-31']].map(([version, date]) => ({ version, date, integrity: packed.integrity }));
    const asked: string[] = [];
    const specOf = ({ version }: { version: string }): string => { asked.push(version); return packed.spec; };
    await (await lay({}, 'old', { releases, specOf, now: DAY('2026-12-01') })).done;
    expect(asked).toEqual(['0.0.9']);
    expect(withEnds(releases).map(({ until }) => until)).toEqual([DAY('2026-11-30'), DAY('2026-12-01'), Infinity]);
  });
});

describe('the list of releases', () => {
  const good = { version: '0.1.0', date: '2026-12-01', integrity: `sha512-${'A'.repeat(86)}==` };
  it.each([
    [[{ ...good, version: 'latest' }], '[0].version is "latest"'],
    [[{ ...good, date: '2026-13-01' }], '[0].date is no day: 2026-13-01'],
    [[{ ...good, integrity: undefined }], '[0].integrity is undefined'],
    [[good, { ...good, version: '0.2.0', date: '2026-11-30' }], '[1].date is before the one above it'],
    [[good, good], '[1].version stands there twice: 0.1.0'],
  ])('%j: %s', (list, words) => {
    expect(() => readReleases(JSON.stringify(list))).toThrow(`packages/sdk/releases.json: ${words}`);
  });

  it('has every version that the changelog has, but one that is being released just now', () => {
    const { version: current } = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8')) as { version: string };
    const versions = [...readFileSync(`${ROOT}CHANGELOG.md`, 'utf8').matchAll(/^## (\d\S*)/gm)].map(([, version]) => version);
    const listed = readReleases().map(({ version }: { version: string }) => version).reverse();
    expect(listed).toEqual(listed.includes(current) ? versions : versions.filter((version) => version !== current));
  });
});
