/** Prints what the page loads, in bytes: `npm run sizes [-- --json | --write]`. `--write` puts the sizes into the README. */
import { readFileSync, writeFileSync } from 'node:fs';
import { BUDGETS, measureSizes } from './build/measureSizes.mjs';
import { requireBuilt } from './build/requireBuilt.mjs';
import { writeReadmeSizes } from './build/writeReadmeSizes.mjs';
import { readArguments } from './cli/readArguments.mjs';

const { values } = readArguments({ usage: 'npm run sizes [-- --json | --write]', most: 0, options: { json: { type: 'boolean' }, write: { type: 'boolean' } } });
requireBuilt(Object.keys(BUDGETS).map((file) => `packages/sdk/dist/${file}`));
const sizes = measureSizes();
const grouped = (value) => value.toLocaleString('en-US');
if (values.json) {
  console.log(JSON.stringify(sizes, null, 2));
} else {
  console.log(`${'file'.padEnd(22)}${'gzip -9'.padStart(8)}${'budget'.padStart(9)}${'minified'.padStart(10)}`);
  for (const { file, gzip, budget, bytes } of sizes) {
    const over = budget !== null && gzip > budget ? `  over by ${grouped(gzip - budget)}` : '';
    console.log(`${file.padEnd(22)}${grouped(gzip).padStart(8)}${(budget === null ? '–' : grouped(budget)).padStart(9)}${grouped(bytes).padStart(10)}${over}`);
  }
}
if (values.write) {
  const readme = new URL('../README.md', import.meta.url);
  writeFileSync(readme, writeReadmeSizes(readFileSync(readme, 'utf8'), sizes));
}
