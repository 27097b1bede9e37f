import type { Caps, Carried } from '@tactful/sdk/engine';
import type { EpochMs, Summary } from '@tactful/protocol';
import type { Host } from './Host.ts';

/** Everything that is kept, under one key. A mini-program runs once at a time, so there is one part and nobody to race. */
export interface Kept {
  readonly visitor: string;
  readonly first: EpochMs;
  sessions: number;
  session: string;
  /** When the session began, and when the visitor was last seen in it. */
  began: EpochMs;
  last: EpochMs;
  part: string;
  /** The last `seq` that may have been sent. */
  seq: number;
  state?: Carried;
  caps?: Caps;
  /** Summaries that the collector has not taken yet, one for each part. */
  waiting: Record<string, Summary>;
}

export interface Keep {
  read(): Kept | undefined;
  write(kept: Kept): boolean;
  erase(): void;
}

/** Storage of the mini-program. What is not ours, or cannot be read, is nothing. */
export function createKeep({ wx, key }: Host): Keep {
  const name = `tactful:${key}`;
  return {
    read() {
      try {
        const kept = JSON.parse(String(wx.getStorageSync(name))) as Kept;
        return kept.visitor && kept.session && kept.waiting ? kept : undefined;
      } catch (_error) {
        return undefined;
      }
    },
    write(kept) {
      try {
        wx.setStorageSync(name, JSON.stringify(kept));
        return true;
      } catch (_error) {
        return false;
      }
    },
    erase: () => wx.removeStorageSync(name),
  };
}
