import type { Guard } from './guard.ts';

/** `tactful('verb', …)`. */
export type Call = (verb: unknown, ...args: unknown[]) => unknown;

/** No verb takes more, with its name before them: whatever length an entry claims to have, no more of it is read. */
export const MOST_ARGUMENTS = 4;
/** More calls are not made. */
const MOST_QUEUED = 1_000;

/**
 * Calls made before the script was there: `window.tactful=window.tactful||function(){(tactful.q=tactful.q||[]).push(arguments)}`.
 * A snapshot runs once; what a call pushes meanwhile goes to the loaded function, not to the old queue.
 */
export function drainQueue(stub: unknown, guard: Guard, call: Call): void {
  const { q } = Object(stub);
  if (Array.isArray(q)) q.slice(0, MOST_QUEUED).forEach(guard((entry) => call(...[].slice.call(entry, 0, MOST_ARGUMENTS) as unknown[] as [unknown])));
}
