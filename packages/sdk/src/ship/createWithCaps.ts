import type { Caps } from '@tactful/engine';
import { mayStore } from './consent.ts';
import type { ShipCore } from './shipping.ts';

/**
 * Runs something with the caps that all tabs share: read, merged, run, written in one transaction, so that no two tabs can
 * both take the last place. Resolves when they are kept; the other tabs are told.
 */
export function createWithCaps(core: ShipCore): <T>(run: () => T) => Promise<T> {
  return async <T>(run: () => T): Promise<T> => {
    let result: T, ran = false;
    const share = (kept?: Caps): Caps => {
      // Taken down while storage was on its way.
      if (!core.engine) return kept!;
      if (kept) core.observe({ kind: 'caps', caps: kept });
      // Once, since it may claim something; a second transaction merges what is kept by then.
      if (!ran) {
        ran = true;
        result = run();
      }
      return core.engine.caps;
    };
    if (mayStore(core.consent)) core.tabs.tell({ caps: await core.storage.update('caps', share) });
    else share();
    core.settle();
    return result!;
  };
}
