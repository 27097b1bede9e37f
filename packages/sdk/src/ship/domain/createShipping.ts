import { mayStore } from '../consent.ts';
import { createShipping as createAlone } from '../createShipping.ts';
import { isKept } from '../isKept.ts';
import type { CreateShipping, ShipCore } from '../shipping.ts';
import { createStorage } from '../storage.ts';
import { shareVisitor } from './shareVisitor.ts';

export { writeJson } from '../createShipping.ts';

/** Storage that has not told by then whether it is there is taken for blocked. */
const PATIENCE_MS = 1_000;

/** Keeps and ships, with a visitor whom the subdomains share. */
export const createShipping: CreateShipping = (core) => {
  const shipping = createAlone(core, (...how) => shareVisitor(core as ShipCore, createStorage(...how)));
  return {
    ...shipping,
    // This file is here wherever the site has a domain, since a refusal under this name holds for all. To ask what is kept makes a database, though.
    kept: async () => mayStore(core.consent) || await core.scope.upTo(PATIENCE_MS, isKept(core.name)) ? shipping.kept() : undefined,
  };
};
