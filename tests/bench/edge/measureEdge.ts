import { median, quantile } from '../statistics/quantile.ts';
import type { EdgeSubject } from './edgeSubjects.ts';
import type { Client } from './openClient.ts';
import { cpuMs } from './readProcess.ts';

/** One subject over all rounds; times in milliseconds. */
export interface EdgeFigures {
  readonly name: string;
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  /** Processor time of the Worker's process for one request. */
  readonly cpu: number;
  readonly rowsPerSecond?: number;
  /** Requests per second and processor time of each round, for ratios within a round. */
  readonly rounds: readonly { readonly perSecond: number; readonly cpu: number }[];
  /** Answers that were no good ones. */
  readonly odd: number;
}

export interface EdgePlan {
  readonly rounds: number;
  /** Of each subject in each round. */
  readonly seconds: number;
  /** Requests under way. */
  readonly atOnce: number;
}

/** All subjects in turns, so that what disturbs the machine disturbs all; medians of the rounds. */
export async function measureEdge({ client, pid, subjects, plan, step }: {
  readonly client: Client; readonly pid: number; readonly subjects: readonly EdgeSubject[]; readonly plan: EdgePlan; step(): void;
}): Promise<readonly EdgeFigures[]> {
  const found = new Map<EdgeSubject, { perSecond: number; cpu: number; times: readonly number[]; odd: number }[]>(subjects.map((subject) => [subject, []]));
  // The first round warms up: code is compiled, objects are made. It counts for nothing.
  for (let round = 0; round <= plan.rounds; round++) {
    for (const subject of subjects) {
      const before = cpuMs(pid);
      const { times, statuses, seconds } = await client.rush(subject.make(`r${round}`), { ms: plan.seconds * 1_000, atOnce: plan.atOnce });
      const figures = { perSecond: times.length / seconds, cpu: (cpuMs(pid) - before) / times.length, times, odd: times.length - (statuses[subject.status] ?? 0) };
      if (round > 0) found.get(subject)!.push(figures);
      step();
    }
  }
  return [...found].map(([{ name, rows }, rounds]) => {
    const times = rounds.flatMap((round) => round.times);
    const perSecond = median(rounds.map((round) => round.perSecond));
    return {
      name, perSecond, p50: quantile(times, 0.5), p99: quantile(times, 0.99), cpu: median(rounds.map(({ cpu }) => cpu)), ...(rows && { rowsPerSecond: perSecond * rows }),
      rounds, odd: rounds.reduce((sum, { odd }) => sum + odd, 0),
    };
  });
}
