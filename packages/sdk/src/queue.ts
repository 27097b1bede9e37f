/** `tactful('verb', …)`. */
export type Call = (verb: unknown, ...args: unknown[]) => unknown;

/**
 * Calls made before the script was there: `window.tactful=window.tactful||function(){(tactful.q=tactful.q||[]).push(arguments)}`.
 * A snapshot runs once; what a call pushes meanwhile goes to the loaded function, not to the old queue.
 */
export function drainQueue(stub: unknown, call: Call): void {
  const queue = stub && (stub as { q?: unknown }).q;
  if (Array.isArray(queue)) for (const entry of queue.splice(0)) if (entry) call(...Array.from(entry as ArrayLike<unknown>) as [unknown]);
}
