import type { TestSite } from '../../worker/harness/makeSite.ts';
import { quantile } from '../statistics/quantile.ts';
import { intake } from './makeTenants.ts';
import type { Client } from './openClient.ts';
import { residentMib } from './readProcess.ts';

/** Memory and speed at one moment of a long run. */
export interface SoakSample { readonly minute: number; readonly mib: number; readonly perSecond: number; readonly p99: number; readonly odd: number }

/** A steady intake for a long time, in slices; each ends with a look at the memory. */
export async function soakEdge({ client, pid, sites, minutes, perSecond, slices, step }: {
  readonly client: Client; readonly pid: number; readonly sites: readonly TestSite[]; readonly minutes: number; readonly perSecond: number; readonly slices: number; step(): void;
}): Promise<readonly SoakSample[]> {
  const samples: SoakSample[] = [{ minute: 0, mib: residentMib(pid), perSecond: 0, p99: NaN, odd: 0 }];
  const ms = minutes * 60_000 / slices;
  for (let slice = 0; slice < slices; slice++) {
    const { times, statuses, seconds } = await client.drip(intake(sites, `soak${slice}`, 1), { ms, perSecond });
    samples.push({ minute: (slice + 1) * minutes / slices, mib: residentMib(pid), perSecond: times.length / seconds, p99: quantile(times, 0.99), odd: times.length - (statuses[202] ?? 0) });
    step();
  }
  return samples;
}
