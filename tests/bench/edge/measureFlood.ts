import { QUOTAS } from '../../../packages/collector/src/quota/QUOTAS.ts';
import type { TestSite } from '../../worker/harness/makeSite.ts';
import { median, quantile } from '../statistics/quantile.ts';
import { intake, PAGE } from './makeTenants.ts';
import type { Call, Client, Loaded } from './openClient.ts';

/** What else the Worker is asked meanwhile. */
export const MEANWHILE = {
  nothing: 'nothing else',
  empty: 'as many requests to the empty route',
  flood: 'a flood with one key, from many networks',
  network: 'a flood with one key, from one network',
  spread: 'the same summaries spread over many keys',
} as const;
export type Meanwhile = keyof typeof MEANWHILE;

export interface FloodFigures {
  readonly meanwhile: Meanwhile;
  /** Of the other tenant's intake, in milliseconds. */
  readonly p50: number;
  readonly p99: number;
  /** Median over the rounds of this p99 above the one beside the empty route. */
  readonly aboveEmpty: number;
  /** Share of the flood that was refused with 429. */
  readonly refused: number;
  /** Share of the flood that was due and never sent: the machine could not carry it. */
  readonly unsent: number;
  /** Answers to the other tenant that were no 202. */
  readonly odd: number;
}

export interface FloodPlan { readonly rounds: number; readonly seconds: number; /** Of the tenant that is measured, a second. */ readonly steady: number; /** Of the others together, a second. */ readonly flood: number }

const NOTHING: Loaded = { times: [], statuses: {}, unsent: 0, seconds: 0 };
const KINDS = Object.keys(MEANWHILE) as Meanwhile[];
const USED_UP_MS = 2_000;
const share = (part: number, whole: number): number => (whole === 0 ? NaN : part / whole);

/**
 * One tenant's intake at a steady pace, beside each of those in turns. What the empty route costs it is the machine's: one process and its client share the
 * processors, so a tenant is compared with that, not with silence.
 */
export async function measureFlood({ client, tenant, hostile, many, plan, step }: {
  readonly client: Client; readonly tenant: TestSite; readonly hostile: TestSite; readonly many: readonly TestSite[]; readonly plan: FloodPlan; step(): void;
}): Promise<readonly FloodFigures[]> {
  const ms = plan.seconds * 1_000;
  const from = (make: (n: number) => Call, networks: number) => (n: number): Call => {
    const call = make(n);
    return { ...call, headers: { ...call.headers, 'cf-connecting-ip': `10.${(n % networks) >> 8}.${n % networks & 255}.7` } };
  };
  const flood: Readonly<Record<Meanwhile, ((run: string) => (n: number) => Call) | undefined>> = {
    nothing: undefined,
    empty: (run) => (n) => ({ ...intake([hostile], run, 1)(n), path: '/bare/empty', headers: PAGE }),
    flood: (run) => from(intake([hostile], run, 1), 4_000),
    network: (run) => from(intake([hostile], run, 1), 1),
    spread: (run) => from(intake(many, run, 1), 4_000),
  };
  const rounds: Record<Meanwhile, { readonly times: readonly number[]; readonly p99: number; readonly refused: number; readonly unsent: number; readonly odd: number }>[] = [];
  /** Sends what a quiet key or network may send at once, so that what is measured is a flood that lasts. Empty bodies: they are counted and refused. */
  const useUp = async (make: (n: number) => Call): Promise<unknown> =>
    client.drip((n) => ({ ...make(n), body: '' }), { ms: USED_UP_MS, perSecond: Math.ceil((QUOTAS.key.allowed * 1_000) / USED_UP_MS + QUOTAS.key.allowed / QUOTAS.key.seconds) });
  // The first round warms up.
  for (let round = 0; round <= plan.rounds; round++) {
    const found: Partial<(typeof rounds)[number]> = {};
    for (const kind of KINDS) {
      if (kind === 'flood' || kind === 'network') await useUp(flood[kind]!(`before-${round}`));
      const [{ times, statuses }, others] = await Promise.all([
        client.drip(intake([tenant], `tenant-${round}-${kind}`, 1), { ms, perSecond: plan.steady }),
        flood[kind] ? client.drip(flood[kind](`${kind}-${round}`), { ms, perSecond: plan.flood }) : NOTHING,
      ]);
      found[kind] = { times, p99: quantile(times, 0.99), refused: share(others.statuses[429] ?? 0, others.times.length), unsent: share(others.unsent, others.unsent + others.times.length), odd: times.length - (statuses[202] ?? 0) };
      step();
    }
    if (round > 0) rounds.push(found as (typeof rounds)[number]);
  }
  return KINDS.map((kind) => {
    const times = rounds.flatMap((round) => round[kind].times);
    return {
      meanwhile: kind, p50: quantile(times, 0.5), p99: quantile(times, 0.99), aboveEmpty: median(rounds.map((round) => round[kind].p99 / round.empty.p99)),
      refused: median(rounds.map((round) => round[kind].refused)), unsent: median(rounds.map((round) => round[kind].unsent)), odd: rounds.reduce((sum, round) => sum + round[kind].odd, 0),
    };
  });
}
