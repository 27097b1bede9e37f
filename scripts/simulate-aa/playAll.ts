import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Play, Seen } from './playShop.ts';

const inThread = (play: Play, step: (n: number) => void): Promise<Seen> => new Promise((resolve, reject) => {
  const thread = new Worker(new URL('./thread.ts', import.meta.url), { workerData: play });
  thread.on('error', reject);
  thread.on('message', ({ played, seen }: { readonly played: number; readonly seen?: Seen }) => {
    step(played);
    if (seen) resolve(seen);
  });
});

/** Plays all, one on each processor at a time; what comes out does not depend on how many there are. */
export async function playAll(plays: readonly Play[], step: (n: number) => void): Promise<readonly Seen[]> {
  const all: Seen[] = [];
  const left = [...plays.entries()];
  await Promise.all(Array.from({ length: availableParallelism() }, async () => {
    for (let next = left.shift(); next; next = left.shift()) all[next[0]] = await inThread(next[1], step);
  }));
  return all;
}
