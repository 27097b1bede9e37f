import { parentPort, workerData } from 'node:worker_threads';
import { playShop, type Play } from './playShop.ts';

/** Of so many campaigns the main thread is told at once. */
const AT_ONCE = 20;

let played = 0;
const seen = playShop(workerData as Play, () => { if (++played % AT_ONCE === 0) parentPort!.postMessage({ played: AT_ONCE }); });
parentPort!.postMessage({ played: played % AT_ONCE, seen });
