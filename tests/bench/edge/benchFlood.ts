/**
 * `npm run bench:flood`: what one tenant's flood does to another's p99 (promise 16), in one workerd and in turns with the same load where it hurts nobody
 * and where all of it is taken. How to read it: docs/guides/bench.md.
 */
import { loadavg } from 'node:os';
import { createBar } from '../../../scripts/cli/createBar.ts';
import { readArguments } from '../../../scripts/cli/readArguments.mjs';
import { readCount } from '../../../scripts/cli/readCount.mjs';
import { print } from '../report/print.ts';
import { write } from '../report/tableLines.ts';
import { makeTenants } from './makeTenants.ts';
import { MEANWHILE, measureFlood } from './measureFlood.ts';
import { openClient } from './openClient.ts';
import { startEdge } from './startEdge.ts';

const USAGE = `npm run bench:flood [-- --rounds 5] [--seconds 5] [--steady 50] [--flood 1000] [--quota-scale 1]
  --rounds       how often each kind has its turn, 1 to 100; one more warms up
  --seconds      of each turn, 1 to 120
  --steady       requests a second of the tenant that is measured, 1 to 200
  --flood        requests a second of the others, 1 to 5000
  --quota-scale  QUOTA_SCALE of the Worker: with a small one nearly all of the flood is refused`;
const { values } = readArguments({
  usage: USAGE, most: 0,
  options: { rounds: { type: 'string', default: '5' }, seconds: { type: 'string', default: '5' }, steady: { type: 'string', default: '50' }, flood: { type: 'string', default: '1000' }, 'quota-scale': { type: 'string', default: '1' } },
});

const OTHERS = 20, PROMISED = 1.2;
const load = (): string => loadavg().map((one) => one.toFixed(1)).join(' ');

async function bench(): Promise<void> {
  const plan = {
    rounds: readCount(values.rounds, { name: '--rounds', most: 100 }), seconds: readCount(values.seconds, { name: '--seconds', most: 120 }),
    steady: readCount(values.steady, { name: '--steady', most: 200 }), flood: readCount(values.flood, { name: '--flood', most: 5_000 }),
  };
  const edge = await startEdge({ QUOTA_SCALE: values['quota-scale'] });
  const client = openClient(edge.origin);
  try {
    console.log(`One workerd, ${plan.rounds} turns of ${plan.seconds} s each: ${plan.steady} intakes a second of one tenant, beside ${plan.flood} requests a second of others, quotas times ${values['quota-scale']}; load of the machine ${load()}`);
    const [tenant, hostile, ...many] = await makeTenants(edge, OTHERS + 2);
    const bar = createBar((plan.rounds + 1) * Object.keys(MEANWHILE).length, 'turns');
    const figures = await measureFlood({ client, tenant: tenant!, hostile: hostile!, many, plan, step: () => bar.step(1) });
    bar.end();
    print([
      ['meanwhile', 'p50 ms', 'p99 ms', 'p99, of that beside the empty route', 'refused %', 'never sent %', 'not taken of the tenant'],
      ...figures.map(({ meanwhile, p50, p99, aboveEmpty, refused, unsent, odd }) => [MEANWHILE[meanwhile], write(p50, 1), write(p99, 1), write(aboveEmpty, 2), write(refused * 100, 1), write(unsent * 100, 1), write(odd)]),
    ]);
    const worst = Math.max(...figures.filter(({ meanwhile }) => meanwhile === 'flood' || meanwhile === 'network').map(({ aboveEmpty }) => aboveEmpty));
    console.log(`\na flood with one key moves the other tenant's p99 to ${write(worst, 2)} of what as many empty requests move it to; promised ≤ ${PROMISED}: ${worst <= PROMISED ? 'holds' : 'missed'}; load of the machine at the end ${load()}`);
  } finally {
    client.close();
    await edge.close();
  }
}

await bench().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 2;
});
