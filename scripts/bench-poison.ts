/**
 * `npm run bench:poison [-- --visitors 1500 --shops 5 --seed 1]`: what liars do to a model. Of a made-up shop's visitors one in a hundred is replaced by a device that makes up what it tells, one attack
 * after the other; and then one in ten. Judged by honest visitors whom nobody learned from. Fails where one in a hundred moves a weight beyond the clip.
 */
import { printGoals } from './bench-intents/printGoals.ts';
import { ATTACKS } from './bench-poison/ATTACKS.ts';
import { CLIP, poison, type Poisoned } from './bench-poison/poison.ts';
import { createBar } from './cli/createBar.ts';
import { readArguments } from './cli/readArguments.mjs';
import { readCount } from './cli/readCount.mjs';

const USAGE = 'npm run bench:poison [-- --visitors 1500 --shops 5 --seed 1]';
const { values } = readArguments({ usage: USAGE, most: 0, options: { visitors: { type: 'string', default: '1500' }, shops: { type: 'string', default: '5' }, seed: { type: 'string', default: '1' } } });
const read = (name: 'visitors' | 'shops' | 'seed', most: number): number => {
  try {
    return readCount(values[name] as string, { name: `--${name}`, most });
  } catch (error) {
    console.error((error as Error).message);
    process.exit(2);
  }
};
const [visitors, shops, seed] = [read('visitors', 100_000), read('shops', 1_000), read('seed', 1_000_000)];
const SHARES = [0.01, 0.1], attacks = Object.keys(ATTACKS);
const bar = createBar(SHARES.length * shops * attacks.length, 'trainings');
const found = SHARES.map((share) => Array.from({ length: shops }, (_one, shop) => {
  const told: Poisoned[] = [];
  for (const one of poison({ visitors, share, seed: seed + 10 * shop })) {
    told.push(one);
    bar.step(1);
  }
  return told;
}).flat());
bar.end();

let ok = true;
for (const [at, share] of SHARES.entries()) {
  console.log(`\n${share * 100} % of ${visitors.toLocaleString('en-US')} visitors are liars; ${shops} shops, seed ${seed}. The worst of them:`);
  const worst = (attack: string, of: 'moved' | 'fell' | 'probability'): number => Math.max(...found[at]!.filter((one) => one.attack === attack).map((one) => one[of]));
  const clip = (of: keyof typeof CLIP) => (share === SHARES[0] ? { goal: CLIP[of], bound: CLIP[of] } : { goal: CLIP[of] });
  ok = printGoals(attacks.flatMap((attack) => [
    { what: `${attack}: a feature’s say was moved by, logits`, is: worst(attack, 'moved'), ...clip('moved'), better: 'less' as const },
    { what: '  the probability, in the mean', is: worst(attack, 'probability'), ...clip('probability'), better: 'less' as const },
    { what: '  AUC fell by', is: worst(attack, 'fell'), ...clip('fell'), better: 'less' as const },
  ])) && ok;
}
process.exitCode = ok ? 0 : 1;
