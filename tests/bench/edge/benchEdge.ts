/**
 * `npm run bench:edge`: what the Worker's routes carry, beside an empty one, parsing alone, and bare writes to D1 and to a Durable Object, in one workerd
 * and in turns; with `--soak 10`, its memory over so many minutes of intake. How to read it: docs/guides/bench.md.
 */
import { loadavg } from 'node:os';
import { createBar } from '../../../scripts/cli/createBar.ts';
import { readArguments } from '../../../scripts/cli/readArguments.mjs';
import { readCount } from '../../../scripts/cli/readCount.mjs';
import { print } from '../report/print.ts';
import { write } from '../report/tableLines.ts';
import { quantile } from '../statistics/quantile.ts';
import { edgeSubjects, SOAKS, soakSubject } from './edgeSubjects.ts';
import { judgeEdge, ratio } from './judgeEdge.ts';
import { intake, makeTenants } from './makeTenants.ts';
import { measureEdge } from './measureEdge.ts';
import { openClient } from './openClient.ts';
import { residentMib } from './readProcess.ts';
import { soakEdge } from './soakEdge.ts';
import { startEdge } from './startEdge.ts';

const USAGE = `npm run bench:edge [-- --rounds 5] [--seconds 3] [--at-once 32] [--soak MINUTES] [--soak-of intake] [--soak-rate 100]
  --rounds     how often each route has its turn, 1 to 100; one more warms up
  --seconds    of each turn, 1 to 60
  --at-once    requests under way, 1 to 500
  --soak       minutes of a steady load, at whose end and on the way memory is printed, 1 to 240
  --soak-of    of which route: ${Object.keys(SOAKS).join(', ')} (again: bodies that are stored already)
  --soak-rate  its requests a second, 1 to 2000`;
const { values } = readArguments({
  usage: USAGE, most: 0,
  options: { rounds: { type: 'string', default: '5' }, seconds: { type: 'string', default: '3' }, 'at-once': { type: 'string', default: '32' }, soak: { type: 'string' }, 'soak-of': { type: 'string', default: 'intake' }, 'soak-rate': { type: 'string', default: '100' } },
});

const SITES = 16, DRIP_PER_SECOND = 500, DRIP_MS = 5_000, SLICES = 20;
const load = (): string => loadavg().map((one) => one.toFixed(1)).join(' ');

async function bench(): Promise<void> {
  const plan = { rounds: readCount(values.rounds, { name: '--rounds', most: 100 }), seconds: readCount(values.seconds, { name: '--seconds', most: 60 }), atOnce: readCount(values['at-once'], { name: '--at-once', most: 500 }) };
  const of = values['soak-of'];
  if (!Object.hasOwn(SOAKS, of)) throw new Error(`--soak-of takes one of ${Object.keys(SOAKS).join(', ')}; it is "${of}".`);
  const soak = values.soak === undefined ? undefined : { minutes: readCount(values.soak, { name: '--soak', most: 240 }), perSecond: readCount(values['soak-rate'], { name: '--soak-rate', most: 2_000 }) };
  const edge = await startEdge();
  const client = openClient(edge.origin);
  try {
    console.log(`One workerd, ${plan.rounds} turns of ${plan.seconds} s each, ${plan.atOnce} requests at once; load of the machine ${load()}`);
    const sites = await makeTenants(edge, SITES);
    await edge.fetch('/bare/table', { method: 'POST' });
    const subjects = edgeSubjects(sites);
    const bar = createBar((plan.rounds + 1) * subjects.length, 'turns');
    const figures = await measureEdge({ client, pid: edge.pid, subjects, plan, step: () => bar.step(1) });
    bar.end();
    const [empty] = figures;
    print([
      ['', 'requests/s', 'of the empty', 'p50 ms', 'p99 ms', 'CPU ms/request', 'of the empty', 'not as wanted'],
      ...figures.map((one) => [one.name, write(one.perSecond), write(ratio(one, empty!, 'perSecond'), 2), write(one.p50, 1), write(one.p99, 1), write(one.cpu, 3), write(ratio(one, empty!, 'cpu'), 2), write(one.odd)]),
    ]);
    const dripped = await client.drip(intake(sites, 'drip', 1), { ms: DRIP_MS, perSecond: DRIP_PER_SECOND });
    print([['budget', 'is', 'wanted', ''], ...judgeEdge(figures, quantile(dripped.times, 0.99)).map(({ what, is, wanted, holds }) => [what, write(is, 2), wanted, holds ? 'holds' : 'missed'])]);
    console.log(`\nmemory of workerd ${write(residentMib(edge.pid))} MiB; load of the machine at the end ${load()}`);
    if (!soak) return;
    const slices = createBar(SLICES, 'slices');
    const samples = await soakEdge({ client, pid: edge.pid, subject: soakSubject(sites, of as keyof typeof SOAKS), ...soak, slices: SLICES, step: () => slices.step(1) });
    slices.end();
    print([['minute', 'memory MiB', 'requests/s', 'p99 ms', 'not as wanted'], ...samples.map(({ minute, mib, perSecond, p99, odd }) => [write(minute, 1), write(mib), write(perSecond), write(p99, 1), write(odd)])]);
  } finally {
    client.close();
    await edge.close();
  }
}

await bench().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 2;
});
