// Writes docs/reference from the code. With `--check` it writes nothing and fails when a page is stale. With `--names VERSION` it records the contract's names as those of a release that comes now.
import { readFileSync, writeFileSync, mkdirSync } from 'node:fs';
import { readArguments } from './cli/readArguments.mjs';
import { contractNames } from './docs/contractNames.mjs';
import { pages } from './docs/pages.mjs';
import { readReleases } from './releases/readReleases.mjs';

const { values: { check, names } } = readArguments({ usage: 'npm run docs [-- --check | --names VERSION]', most: 0, options: { check: { type: 'boolean' }, names: { type: 'string' } } });
const folder = new URL('../docs/reference/', import.meta.url);
const stale = [];
mkdirSync(folder, { recursive: true });
for (const [name, text] of Object.entries(pages())) {
  const file = new URL(name, folder);
  if (read(file) === text) continue;
  stale.push(name);
  if (!check) writeFileSync(file, text);
}
console.log(stale.length ? `${check ? 'stale' : 'written'}: ${stale.join(', ')}` : 'docs/reference is up to date');
if (stale.length && check) process.exitCode = 1;
if (names !== undefined) recordNames(names);

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

function recordNames(version) {
  if (readReleases().some((release) => release.version === version)) {
    console.error(`${version} is released; its names stay as they were.`);
    process.exitCode = 1;
    return;
  }
  writeFileSync(new URL(`../tests/cases/releases/names/${version}.json`, import.meta.url), `${JSON.stringify(contractNames(), null, 1)}\n`);
  console.log(`recorded as the names of ${version}`);
}
