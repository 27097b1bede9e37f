/** Prints what the page loads, in bytes: `node scripts/sizes.mjs [--json]`. Budgets fail the build's tests, not this table. */
import { measureSizes } from './build/measureSizes.mjs';

const sizes = measureSizes();
if (process.argv.includes('--json')) {
  console.log(JSON.stringify(sizes, null, 2));
} else {
  const number = (value) => value.toLocaleString('en-US').padStart(8);
  console.log(`${'file'.padEnd(22)}${'gzip -9'.padStart(8)}${'budget'.padStart(9)}${'minified'.padStart(10)}`);
  for (const { file, gzip, budget, bytes } of sizes) {
    const over = budget !== null && gzip > budget ? `  over by ${(gzip - budget).toLocaleString('en-US')}` : '';
    console.log(`${file.padEnd(22)}${number(gzip)} ${budget === null ? '       –' : number(budget)}  ${number(bytes)}${over}`);
  }
}
