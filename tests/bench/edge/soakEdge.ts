import { quantile } from '../statistics/quantile.ts';
import type { EdgeSubject } from './edgeSubjects.ts';
import type { Client } from './openClient.ts';
import { residentMib } from './readProcess.ts';

/** Memory and speed at one moment of a long run. */
export interface SoakSample { readonly minute: number; readonly mib: number; readonly perSecond: number; readonly p99: number; readonly odd: number }

/** A steady load of one route for a long time, in slices; each ends with a look at the memory. */
export async function soakEdge({ client, pid, subject, minutes, perSecond, slices, step }: {
  readonly client: Client; readonly pid: number; readonly subject: EdgeSubject; readonly minutes: number; readonly perSecond: number; readonly slices: number; step(): void;
}): Promise<readonly SoakSample[]> {
  const samples: SoakSample[] = [{ minute: 0, mib: residentMib(pid), perSecond: 0, p99: NaN, odd: 0 }];
  const ms = minutes * 60_000 / slices;
  for (let slice = 0; slice < slices; slice++) {
    const { times, statuses, seconds } = await client.drip(subject.make(`soak${slice}`), { ms, perSecond });
    samples.push({ minute: (slice + 1) * minutes / slices, mib: residentMib(pid), perSecond: times.length / seconds, p99: quantile(times, 0.99), odd: times.length - (statuses[subject.status] ?? 0) });
    step();
  }
  return samples;
}
