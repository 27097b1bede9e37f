import type { Core } from '../core.ts';

/** Picks what of the index listens on the present page: by its id, by its type, and anywhere. */
export function listenHere(core: Core): void {
  const { state, index } = core;
  core.here = [state.page || 'type:', 'type:' + state.type, ''].map((page) => index[page]!).filter(Boolean);
}
