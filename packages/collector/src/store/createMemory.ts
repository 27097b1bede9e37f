import type { Compiled } from '@tactful/protocol';
import type { Known } from '../intake/keepKnown.ts';
import { createRecent, type Recent } from './createRecent.ts';
import type { SiteFacts } from './SiteFacts.ts';

/** A configuration as served. */
export interface Served { readonly body: string; readonly etag: string }

/** The languages of a publication. */
export type Languages = Pick<Compiled, 'defaultLocale' | 'locales'>;

/** What an isolate remembers of publications. They never change, so nothing here can be stale; all of it can be lost. */
export interface Memory { readonly served: Recent<Served>; readonly languages: Recent<Languages>; readonly facts: Recent<SiteFacts>; readonly known: Recent<Known> }

const KEPT = 64;

export const createMemory = (): Memory => ({ served: createRecent(KEPT), languages: createRecent(KEPT), facts: createRecent(KEPT), known: createRecent(KEPT) });
