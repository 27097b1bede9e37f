/**
 * `npm run bench:wire [-- --each]`: what one session with a recipe costs on the wire, and how often an idle page wakes up. The real
 * SDK in Chromium, the real Worker, the examples; the page's clock is steered, so minutes take no time.
 */
import { createStage } from '../tests/browser/recipes/stage/createStage.ts';
import { countIdle } from './bench-wire/countIdle.ts';
import { judge } from './bench-wire/judge.ts';
import { playShop } from './bench-wire/playShop.ts';
import { playTrial } from './bench-wire/playTrial.ts';
import { requireBuilt } from './build/requireBuilt.mjs';
import { readArguments } from './cli/readArguments.mjs';

const { values: { each } } = readArguments({ usage: 'npm run bench:wire [-- --each]', most: 0, options: { each: { type: 'boolean' } } });
requireBuilt(['packages/collector/assets/tactful.js', 'examples/saas/dist/index.html']);
// Nothing but the figures is printed; wrangler is heard where something is wrong.
process.env['WRANGLER_LOG'] ??= 'warn';
const saas = await createStage('saas');
const trial = await playTrial(saas);
await saas.close();
const stage = await createStage('shop');
const shop = await playShop(stage);
const idle = await countIdle(stage);
await stage.close();

if (each) console.log([...trial.each, ...shop.each].join('\n'));
const ok = judge([
  { what: 'feature-struggle, one load of the app: requests besides configuration and files', is: trial.requests, most: 3, unit: '' },
  { what: '  bytes up, bodies and heads', is: trial.bytes, most: 4_096, unit: 'B' },
  { what: `checkout-stall, ${shop.loads} page loads of the shop: requests`, is: shop.requests, most: 5, unit: '' },
  { what: '  bytes up, bodies and heads', is: shop.bytes, most: 12_288, unit: 'B' },
  { what: 'idle page, 60 s after it was loaded and nobody was there: wake-ups', is: idle.first, most: 1, unit: '' },
  { what: '  in the next 60 s', is: idle.second, most: 1, unit: '' },
]);
process.exitCode = ok ? 0 : 1;
