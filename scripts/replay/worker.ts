/** A thread that plays its share of a log: see {@link playLog}. */
import { parentPort, workerData } from 'node:worker_threads';
import { createPlayer } from './createPlayer.ts';
import { unpackSessions, type PackedSessions } from './packSessions.ts';

/** What the thread is asked for: to play a share, to tell what it counted, to look closely. */
export type Request = { readonly sessions: PackedSessions; readonly first: number } | 'played' | { readonly time: readonly number[] };

const player = createPlayer(workerData);
parentPort!.on('message', (request: Request) => {
  if (request === 'played') parentPort!.postMessage(player.played());
  else if ('time' in request) parentPort!.postMessage(player.time(request.time));
  else {
    player.play(unpackSessions(request.sessions), request.first);
    parentPort!.postMessage(null);
  }
});
parentPort!.postMessage('ready');
