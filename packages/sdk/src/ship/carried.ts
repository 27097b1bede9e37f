import { LIMITS, type Bytes, type EpochMs } from '@tactful/protocol';
import { writeJson, type Carried } from '@tactful/engine';
import type { Turn } from '../act/view.ts';
import type { HeldCode } from '../core.ts';

/** What one tab carries from page to page. */
export interface CarriedTab {
  readonly part: string;
  /** The last `seq` that may have been sent. */
  readonly seq: number;
  readonly session: string;
  readonly state: Carried;
  /** When the summary was to be sent. */
  readonly due?: EpochMs | undefined;
  /** The summary was sent as the page was left, or is planned. */
  readonly sent?: boolean;
  /** The form that was submitted to the server on the way out. */
  readonly form?: string | undefined;
  /** What the visitor was given and still needs. */
  readonly code?: HeldCode | undefined;
  /** What was said in the chat. */
  readonly turns?: readonly Turn[] | undefined;
}

export interface CarriedStore {
  read(): CarriedTab | undefined;
  /** At most 8 KiB, else nothing is carried and the answer is false; `state` is told how much of that is left for it. Nothing: forgets. */
  write(tab?: Omit<CarriedTab, 'state'>, state?: (room: Bytes) => Carried): unknown;
}

/** The tab's state in sessionStorage: synchronous, so that it is there before the first observation. Every access may throw: then this is the tab's first page. */
export function createCarried(name: string): CarriedStore {
  return {
    read() {
      try {
        const tab = JSON.parse(sessionStorage.getItem(name)!);
        return tab.part && tab.state && tab;
      } catch (_error) {
        // Blocked, or nothing of ours.
      }
    },
    write(tab, state) {
      try {
        const text = tab && state ? writeJson({ ...tab, state: state(LIMITS.carriedBytes - writeJson({ ...tab, state: 0 }).length) }) : '';
        if (!text || text.length > LIMITS.carriedBytes) sessionStorage.removeItem(name);
        else sessionStorage.setItem(name, text);
        return text.length <= LIMITS.carriedBytes;
      } catch (_error) {
        // Blocked or full.
      }
    },
  };
}
