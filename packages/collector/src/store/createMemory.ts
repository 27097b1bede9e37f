import type { Known } from '../intake/keepKnown.ts';
import { createRecent, type Recent } from './createRecent.ts';
import type { SiteFacts } from './SiteFacts.ts';

/** A configuration as served. */
export interface Served { readonly body: string; readonly etag: string }

/** What an isolate remembers of publications. They never change, so nothing here can be stale; all of it can be lost. */
export interface Memory { readonly served: Recent<Served>; readonly facts: Recent<SiteFacts>; readonly known: Recent<Known> }

const KEPT = 64;

export const createMemory = (): Memory => ({ served: createRecent(KEPT), facts: createRecent(KEPT), known: createRecent(KEPT) });
