import type { Watch } from './watch.ts';

/** Uncaught errors and unhandled rejections: only that they happened, never what they say. */
export function startErrors({ scope, observe }: Watch): void {
  // Not capturing: a resource that fails to load is no error of the page's code.
  scope.listen(window, 'error unhandledrejection', () => observe({ kind: 'error' }), {});
}
