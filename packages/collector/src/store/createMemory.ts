import type { Compiled } from '@tactful/protocol';
import type { JWTVerifyGetKey } from 'jose';
import type { Known } from '../intake/keepKnown.ts';
import { createRecent, type Recent } from './createRecent.ts';
import type { SiteFacts } from './SiteFacts.ts';

/** A configuration as served. */
export interface Served { readonly body: string; readonly etag: string }

/** The languages of a publication. */
export type Languages = Pick<Compiled, 'defaultLocale' | 'locales'>;

/** What an isolate remembers: of publications, which never change, so that nothing of them can be stale; and key sets by whose they are, which read themselves anew. All of it can be lost. */
export interface Memory {
  readonly served: Recent<Served>; readonly languages: Recent<Languages>; readonly facts: Recent<SiteFacts>; readonly known: Recent<Known>;
  readonly keySets: Recent<JWTVerifyGetKey>;
}

const KEPT = 64;

export const createMemory = (): Memory => ({
  served: createRecent(KEPT), languages: createRecent(KEPT), facts: createRecent(KEPT), known: createRecent(KEPT), keySets: createRecent(KEPT),
});
