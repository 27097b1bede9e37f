/** `npm run limits`: how many sessions a day Cloudflare's plans carry, at what cost, and what gives first, at 1, 100 and 10,000 sites. */
import { readArguments } from './cli/readArguments.mjs';
import { costOf, freeGates, hardGates } from './limits/carry.ts';
import { SIGNED } from './limits/MEASURED.ts';
import { LOOKED_UP } from './limits/PLATFORM.ts';
import { readAmount } from './limits/readAmount.ts';
import { useOf, type Use, type Workload } from './limits/useOf.ts';

const USAGE = `npm run limits -- [--cpu MS] [--busy MS] [--loads 5] [--bodies 3] [--exposures 0.5] [--goals 0.05] [--shards 16] [--signed 0] [--users 0] [--days 90] [--peak 3] [--d1 1]
  --cpu MS     CPU of one request, as the Worker's metrics or Workers Logs tell it (docs/guides/limits.md); without it CPU is not counted
  --busy MS    how long a shard is busy with one request, by the clock; without it duration is not counted
  --loads, --bodies, --exposures, --goals   of one session: page loads, bodies of summaries, exposures, goals
  --signed     share of the sessions that are of signed users, 0 to 1;  --users  how many of those are known
  --shards     of each site;  --days that rows are kept;  --peak  busiest hour over the mean;  --d1  ms of one query`;
const text = (value?: string) => ({ type: 'string', ...(value !== undefined && { default: value }) }) as const;
const { values } = readArguments({
  usage: USAGE, most: 0,
  options: { cpu: text(), busy: text(), loads: text('5'), bodies: text('3'), exposures: text('0.5'), goals: text('0.05'), shards: text('16'), signed: text('0'), users: text('0'), days: text('90'), peak: text('3'), d1: text('1') },
});
const SITES = [1, 100, 10_000];
const number = (n: number): string => Math.floor(n).toLocaleString('en-US');
const few = (n: number): string => n.toLocaleString('en-US', { maximumFractionDigits: 1 });
const dollars = (n: number): string => `$${n.toLocaleString('en-US', { maximumFractionDigits: n < 100 ? 2 : 0 })}`;

function limits(): void {
  const amount = (name: keyof typeof values, range = {}): number => readAmount(String(values[name]), { name: `--${name}`, ...range });
  const bodies = amount('bodies', { least: 1 });
  const work: Workload = {
    loads: amount('loads'), bodies, exposures: amount('exposures', { most: bodies - 1 }), goals: 0, signed: amount('signed', { most: 1 }), users: amount('users'), d1Ms: amount('d1', { least: 0.001 }), days: amount('days', { least: 1 }), peak: amount('peak', { least: 1 }),
    cpuMs: values.cpu === undefined ? undefined : amount('cpu', { least: 0.001 }), busyMs: values.busy === undefined ? undefined : amount('busy', { least: 0.001 }),
  };
  const whole = { ...work, goals: amount('goals', { most: bodies - 1 - work.exposures }) };
  const shards = amount('shards', { least: 1, most: 256 });
  const use = useOf(whole);
  console.log(`One session: ${few(use.requests)} requests, ${few(use.objectRequests)} to Durable Objects, ${use.rowsWritten.toFixed(1)} rows written and ${use.rowsRead.toFixed(1)} read there, ${few(use.d1RowsRead)} rows read in D1, ${number(use.storedBytes)} bytes kept for ${whole.days} days.`);
  const [plain, signed] = [0, 1].map((share) => useOf({ ...whole, signed: share })) as [Use, Use];
  console.log(`One of a signed user: ${few(signed.requests - plain.requests)} requests more, ${few(signed.objectRequests - plain.objectRequests)} to Durable Objects, ${(signed.rowsWritten - plain.rowsWritten).toFixed(1)} rows written and ${(signed.rowsRead - plain.rowsRead).toFixed(1)} read there; ${number(SIGNED.userBytes)} bytes for each user who is known.`);
  if (use.cpuMs === undefined) console.log('CPU was not given (--cpu): neither the 10 ms of a request on the free plan nor its cost on the paid one is judged.');
  if (use.objectGbSeconds === undefined) console.log('How long a shard is busy was not given (--busy): duration is not judged.');
  console.log(`Limits and prices as Cloudflare's documentation tells them, looked up on ${LOOKED_UP}.`);
  for (const sites of SITES) {
    const of = { sites, shards };
    const [free, hard] = [freeGates(whole, of), hardGates(whole, of)];
    console.log(`\n${number(sites)} ${sites === 1 ? 'site' : 'sites'} of ${shards} shards`);
    for (const [plan, gates] of [['free', free], ['paid', hard]] as const) {
      const [first, ...rest] = gates;
      if (!first) continue;
      const each = sites === 1 ? '' : ` (${number(first.sessions / sites)} a site)`;
      console.log(`  ${plan}: ${number(first.sessions)} sessions a day${each}; first gives: ${first.name}  ${first.source}`);
      for (const { name, sessions, source } of rest.filter((row) => Number.isFinite(row.sessions))) console.log(`      ${number(sessions).padStart(15)}  ${name}  ${source}`);
    }
    const most = hard[0]?.sessions ?? 0;
    for (const sessions of [1_000, 10_000, 100_000, 1_000_000, most].filter((n, at, all) => n <= most && all.indexOf(n) === at)) {
      const { dollars: sum, items } = costOf(whole, of, sessions);
      console.log(`  paid, ${number(sessions)} sessions a day: ${dollars(sum)} a month (${items.map((item) => `${item.name} ${dollars(item.dollars)}`).join(', ')})`);
    }
  }
}

try {
  limits();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 2;
}
