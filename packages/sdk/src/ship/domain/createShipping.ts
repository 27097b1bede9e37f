import { createShipping as createAlone } from '../createShipping.ts';
import type { CreateShipping, ShipCore } from '../shipping.ts';
import { createStorage } from '../storage.ts';
import { shareVisitor } from './shareVisitor.ts';

/** Keeps and ships, with a visitor whom the subdomains share. */
export const createShipping: CreateShipping = (core) => createAlone(core, (...how) => shareVisitor(core as ShipCore, createStorage(...how)));
