import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { DeviceConfig } from '@tactful/protocol';
import type { Played } from './createPlayer.ts';
import type { LogSession } from './LogSession.ts';
import { packSessions } from './packSessions.ts';
import type { GateTimes } from './timeGates.ts';
import type { Request } from './worker.ts';

/** Where Node keeps the modules it has compiled, so that the next run's threads need not strip their types again. */
const COMPILED = fileURLToPath(new URL('../../node_modules/.cache/replay', import.meta.url));

/** Room for what lives no longer than a share of sessions, so that little of it is copied. */
const YOUNG_MB = 64;

/** A thread that plays; each promise resolves when that is done, and rejects when the thread failed. */
export interface Thread {
  play(sessions: readonly LogSession[], first: number): Promise<void>;
  played(): Promise<Played>;
  time(places: readonly number[]): Promise<GateTimes>;
  stop(): Promise<unknown>;
}

/** Starts a thread; resolves once it is ready to play. */
export async function startThread(config: DeviceConfig): Promise<Thread> {
  const worker = new Worker(new URL('worker.ts', import.meta.url), { workerData: config, env: { ...process.env, NODE_COMPILE_CACHE: COMPILED }, resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB } });
  // Its first word: the engine is loaded. (It is `online` before that.)
  await once(worker, 'message');
  const waiting: { resolve(answer: never): void; reject(error: unknown): void }[] = [];
  worker.on('message', (answer) => waiting.shift()!.resolve(answer as never));
  worker.on('error', (error) => {
    for (const { reject } of waiting.splice(0)) reject(error);
  });
  // Answers come in the order of what was asked.
  const ask = <Answer>(request: Request, transfer: readonly ArrayBuffer[] = []): Promise<Answer> => new Promise((resolve, reject) => {
    waiting.push({ resolve, reject });
    worker.postMessage(request, transfer);
  });
  return {
    play(list, first) {
      const sessions = packSessions(list);
      return ask({ sessions, first }, [sessions.lengths, sessions.at, sessions.kinds, sessions.values].map(({ buffer }) => buffer as ArrayBuffer));
    },
    played: () => ask('played'),
    time: (places) => ask({ time: places }),
    stop: () => worker.terminate(),
  };
}
