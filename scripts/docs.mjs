// Writes docs/reference from the code. With `--check` it writes nothing and fails when a page is stale.
import { readFileSync, writeFileSync, mkdirSync } from 'node:fs';
import { readArguments } from './cli/readArguments.mjs';
import { pages } from './docs/pages.mjs';

const { values: { check } } = readArguments({ usage: 'npm run docs [-- --check]', most: 0, options: { check: { type: 'boolean' } } });
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

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}
