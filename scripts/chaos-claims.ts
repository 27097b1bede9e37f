/**
 * `npm run chaos:claims -- [--claims 10000]`: that many visitors ask for one of 100 codes at once, while the Worker is killed ten
 * times; then all ask once more. Prints what was given.
 */
import { rushClaims } from '../tests/lifecycle/claims/rushClaims.ts';
import { createBar } from './cli/createBar.ts';
import { readArguments } from './cli/readArguments.mjs';
import { readCount } from './cli/readCount.mjs';

const USAGE = 'npm run chaos:claims -- [--claims 10000] [--budget 100] [--kills 10] [--at-once 64]';
const { values } = readArguments({
  usage: USAGE, most: 0,
  options: { claims: { type: 'string', default: '10000' }, budget: { type: 'string', default: '100' }, kills: { type: 'string', default: '10' }, 'at-once': { type: 'string', default: '64' } },
});

async function chaos(): Promise<void> {
  const claims = readCount(values.claims, { name: '--claims', most: 65_536 });
  const options = {
    claims, budget: readCount(values.budget, { name: '--budget', most: 65_536 }),
    kills: readCount(values.kills, { name: '--kills', least: 0, most: 100 }), atOnce: readCount(values['at-once'], { name: '--at-once', most: 1_000 }),
  };
  const bar = createBar(2 * claims, 'answers');
  const { answers, codes, claimed, kills, cut, seconds, ...wrong } = await rushClaims({ ...options, step: () => bar.step(1) });
  bar.end();
  const number = (n: number): string => n.toLocaleString('en-US');
  console.log(`${number(answers)} answers to ${number(claims)} visitors in ${seconds} s; the Worker was killed ${kills} times, ${number(cut)} requests got no answer and were made again`);
  console.log(`${number(codes)} codes of ${number(options.budget)} given; the offer says ${number(claimed)}`);
  for (const [name, n] of Object.entries({ ...wrong, 'not as the offer says': Math.abs(codes - claimed) })) console.log(`${name.padEnd(24)}${n}`);
  if (Object.values(wrong).some((n) => n > 0) || codes !== claimed || kills < options.kills) process.exitCode = 1;
}

await chaos().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 2;
});
