import { median } from '../statistics/quantile.ts';
import { upperBound } from '../statistics/upperBound.ts';
import type { Load } from './measureLoad.ts';

/** Medians over the rounds, above the load of the same round that they are compared with. */
export interface StartFigures {
  readonly scriptBytes: number;
  readonly requests: number;
  readonly scriptMs: number;
  readonly taskMs: number;
  readonly blockingMs: number;
  /** What the mean of `blockingMs` does not exceed, with 95 % confidence. */
  readonly blockingAtMost: number;
  readonly heapBytes: number;
  readonly rounds: number;
}

/** @param loads of a subject, one a round @param base loads of what it is compared with, in the same rounds */
export function summarizeStart(loads: readonly Load[], base: readonly Load[]): StartFigures {
  const above = (field: 'scriptMs' | 'taskMs' | 'blockingMs' | 'heapBytes' | 'scriptBytes' | 'requests'): number[] => loads.map((load, round) => load[field] - base[round]![field]);
  return {
    scriptBytes: median(above('scriptBytes')),
    requests: median(above('requests')),
    scriptMs: median(above('scriptMs')),
    taskMs: median(above('taskMs')),
    blockingMs: median(above('blockingMs')),
    blockingAtMost: upperBound(above('blockingMs')),
    heapBytes: median(above('heapBytes')),
    rounds: loads.length,
  };
}
