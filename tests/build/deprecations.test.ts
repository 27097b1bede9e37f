import { readdirSync, readFileSync } from 'node:fs';
import { CONTRACT_KINDS, DEPRECATIONS } from '@tactful/protocol';
import { describe, expect, it } from 'vitest';
import { contractNames } from '../../scripts/docs/contractNames.mjs';
import { unfairRemovals } from '../../scripts/docs/unfairRemovals.mjs';
import { readReleases } from '../../scripts/releases/readReleases.mjs';
import { RELEASES } from '../cases/releases/readRelease.ts';
import { ROOT } from './listFiles.ts';

const FOLDER = `${ROOT}tests/cases/releases/names/`;
const recorded = Object.fromEntries(readdirSync(FOLDER).map((file) => [file.replace(/\.json$/, ''), JSON.parse(readFileSync(FOLDER + file, 'utf8')) as Record<string, string[]>]));

it('every name that a release had is there, or was deprecated for as long as it is owed (npm run docs -- --names VERSION records those of a release that is to come)', () => {
  expect(unfairRemovals({ before: recorded, now: contractNames(), deprecations: DEPRECATIONS, releases: readReleases(), today: new Date().toISOString().slice(0, 10) })).toEqual([]);
});

it('the names of every release are recorded, of every kind', () => {
  expect(Object.keys(recorded)).toEqual(expect.arrayContaining([...RELEASES, ...readReleases().map(({ version }: { version: string }) => version)]));
  for (const names of [contractNames(), ...Object.values(recorded)]) expect(Object.entries(names).filter(([, list]) => (list as string[]).length > 0).map(([kind]) => kind).sort()).toEqual(Object.keys(CONTRACT_KINDS).sort());
  expect(contractNames()).toMatchObject({ verb: expect.arrayContaining(['track']), key: expect.arrayContaining(['campaign: trigger']), field: expect.arrayContaining(['cart: value']), route: expect.arrayContaining(['POST /v1/summaries']) });
});

describe('a name', () => {
  const releases = [['0.1.0', '2026-12-01'], ['0.2.0', '2027-01-31'], ['1.0.0', '2028-01-30']].map(([version, date]) => ({ version, date }));
  const row = { kind: 'verb', name: 'shout', since: '0.2.0', instead: 'show()' };
  const tell = (deprecations: readonly object[], { now = [] as string[], today = '2028-02-01' } = {}): string[] =>
    unfairRemovals({ before: { '0.1.0': { verb: ['shout', 'show'] } }, now: { verb: ['show', ...now] }, deprecations, releases, today });

  it.each([
    ['that is gone without a row', [], {}, ['verb "shout" of 0.1.0 is gone and was never deprecated']],
    ['of another kind is another name', [{ ...row, kind: 'option', removed: '2.0.0' }], {}, ['verb "shout" of 0.1.0 is gone and was never deprecated']],
    ['that is deprecated and there', [row], { now: ['shout'] }, []],
    ['that is gone while its row says it is served', [row], {}, ['verb "shout" is gone, and its row does not say since when']],
    ['that is there while its row says it is gone', [{ ...row, removed: '2.0.0' }], { now: ['shout'] }, ['verb "shout" is there, and its row says that 2.0.0 took it away']],
    ['taken away by a release that may only add', [{ ...row, removed: '1.1.0' }], {}, ['verb "shout" is taken away by 1.1.0, which may not']],
    ['taken away before it was deprecated anywhere', [{ ...row, since: '1.9.0', removed: '2.0.0' }], {}, ['verb "shout" is gone before 1.9.0, which deprecates it, was released']],
    ['taken away by a release a day too early', [{ ...row, removed: '1.0.0' }], {}, ['verb "shout" is to be served until 2028-01-31']],
    ['taken away by a release to come, a day too early', [{ ...row, removed: '2.0.0' }], { today: '2028-01-30' }, ['verb "shout" is to be served until 2028-01-31']],
    ['taken away when its time was over', [{ ...row, removed: '2.0.0' }], { today: '2028-01-31' }, []],
    ['taken away before 1.0, by a minor release', [{ ...row, removed: '0.3.0' }], {}, []],
  ])('%s', (_what, deprecations, rest, words) => {
    expect(tell(deprecations, rest)).toEqual(words);
  });
});
