import type { EpochMs, Milliseconds } from '@tactful/protocol';
import type { Wx } from './Wx.ts';

/** What the adapter lives on: the platform, the collector's address, time and dice. */
export interface Host {
  readonly wx: Wx;
  readonly key: string;
  /** A domain of the merchant's that the platform lets through: the collector's own, or a relay to it. */
  readonly apiHost: string;
  now(): EpochMs;
  /** Answers how to take it back. */
  after(delay: Milliseconds, run: () => void): () => void;
  /** 0 inclusive to 1 exclusive. */
  random(): number;
  /** What fails in here stays in here, promises too: nothing is thrown or rejected into the mini-program. */
  guard<Args extends readonly unknown[], Result>(run: (...args: Args) => Result): (...args: Args) => Result | undefined;
}
