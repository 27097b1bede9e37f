import type { EpochMs } from '@tactful/protocol';

/**
 * Wall time at the start of the page plus monotonic time since, in whole milliseconds: it never goes back within a page,
 * whatever happens to the system's clock. The natives are taken once, before the host can replace them.
 */
export function createClock({ performance, Date }: Pick<typeof globalThis, 'performance' | 'Date'>): () => EpochMs {
  const elapsed = performance.now.bind(performance);
  const origin = Date.now() - elapsed();
  return () => Math.round(origin + elapsed());
}
