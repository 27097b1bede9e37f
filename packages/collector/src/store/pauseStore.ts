import type { EpochMs, SelfPause } from '@tactful/protocol';

/** One campaign, and why it pauses itself. */
export interface Pause extends SelfPause { readonly campaign: string }

/** Reading of campaigns that paused themselves; they are written with the publication that pauses them (`configStore`). */
export interface PauseStore {
  /** The last time of each. `lifted`: it was set live since. */
  of(site: string): Promise<readonly (Pause & { readonly lifted: boolean })[]>;
}

interface Row { campaign: string; at: EpochMs; measure: SelfPause['measure']; difference: number; low: number; high: number; lifted: number }

export const createPauseStore = (db: D1Database): PauseStore => ({
  async of(site) {
    const { results } = await db.prepare('SELECT campaign, at, measure, difference, low, high, lifted FROM pauses WHERE site = ?').bind(site).all<Row>();
    return results.map(({ lifted, ...pause }) => ({ ...pause, lifted: lifted === 1 }));
  },
});
