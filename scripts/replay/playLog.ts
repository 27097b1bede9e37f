import type { DeviceConfig } from '@tactful/protocol';
import { addCounts, noCounts, type GateCounts } from './countGates.ts';
import { CLOSELY } from './createPlayer.ts';
import type { LogSession } from './LogSession.ts';
import { startThread, type Thread } from './startThread.ts';
import type { GateTimes } from './timeGates.ts';

/** Events that go to a thread at once, at least, and shares under way for each thread. */
const SHARE = 2_000;
const AHEAD = 3;

export interface LogPlay {
  readonly sessions: number;
  readonly visits: number;
  readonly events: number;
  readonly counts: GateCounts;
  /** Of the sessions looked at closely, which are so many. */
  readonly times: GateTimes;
  readonly close: number;
  /** Reading or generating, playing and adding up, by the wall clock and in all threads' processor time. */
  readonly wallMs: number;
  readonly processorMs: number;
}

export interface LogPlayOptions {
  readonly config: DeviceConfig;
  readonly sessions: AsyncIterable<LogSession> | Iterable<LogSession>;
  readonly threads: number;
  /** No session begins behind so many events. */
  readonly most: number;
  /** Hears of events that were played. */
  step(events: number): void;
}

/** Plays a log on several threads. Sessions know nothing of each other, so the answer is the same on any number of them. */
export async function playLog({ config, sessions, threads: size, most, step }: LogPlayOptions): Promise<LogPlay> {
  const threads = await Promise.all(Array.from({ length: size }, () => startThread(config)));
  const ended = async <Answer>(ask: (thread: Thread, index: number) => Promise<Answer>): Promise<Answer[]> => Promise.all(threads.map(ask));
  try {
    const processor = process.cpuUsage();
    const start = performance.now();
    const under = threads.map(() => new Set<Promise<void>>());
    let [done, events, share, first] = [0, 0, 0, 0];
    let list: LogSession[] = [];
    const hand = async (): Promise<void> => {
      // The thread with the least to do gets it; when all have enough, whichever is done first.
      if (under.every((one) => one.size >= AHEAD)) await Promise.race(under.flatMap((one) => [...one]));
      const least = under.reduce((one, other, index) => (other.size < under[one]!.size ? index : one), 0);
      const played = share;
      const shared = threads[least]!.play(list, first).then(() => {
        under[least]!.delete(shared);
        step(played);
      });
      under[least]!.add(shared);
      [first, share, list] = [done, 0, []];
    };
    for await (const session of sessions) {
      list.push(session);
      done++;
      events += session.events.length;
      share += session.events.length;
      if (share >= SHARE) await hand();
      if (events >= most) break;
    }
    if (list.length > 0) await hand();
    await Promise.all(under.flatMap((one) => [...one]));
    const played = await ended((thread) => thread.played());
    const counts = noCounts(config);
    for (const one of played) addCounts(counts, one.counts);
    const wallMs = performance.now() - start;
    const { user, system } = process.cpuUsage(processor);
    const close = new Set(played.flatMap(({ fired }) => fired).sort((one, two) => one - two).slice(0, CLOSELY));
    const times: GateTimes = {};
    for (const [id, steps] of (await ended((thread, index) => thread.time(played[index]!.fired.filter((place) => close.has(place))))).flatMap(Object.entries<GateTimes[string]>))
      for (const [gate, seconds] of Object.entries(steps)) ((times[id] ??= {})[gate] ??= []).push(...seconds);
    return { sessions: done, visits: played.reduce((sum, { visits }) => sum + visits, 0), events, counts, times, close: close.size, wallMs, processorMs: (user + system) / 1_000 };
  } finally {
    await ended((thread) => thread.stop());
  }
}
