import type { Compiled, EpochMs } from '@tactful/protocol';
import type { JWTVerifyGetKey } from 'jose';
import type { Known } from '../intake/keepKnown.ts';
import type { ProfileTerms } from '../profile/ProfileTerms.ts';
import { createCounter, type Counter } from '../quota/createCounter.ts';
import { createRecent, type Recent } from './createRecent.ts';
import type { SiteFacts } from './SiteFacts.ts';
import type { Site } from './siteStore.ts';

/** A configuration as served. */
export interface Served { readonly body: string; readonly etag: string }

/** The languages of a publication. */
export type Languages = Pick<Compiled, 'defaultLocale' | 'locales'>;

/**
 * What an isolate remembers: of publications, which never change, so that nothing of them can be stale; key sets by whose they are, which read
 * themselves anew; sites, for some seconds; and how often who came. All of it can be lost.
 */
export interface Memory {
  readonly served: Recent<Served>; readonly languages: Recent<Languages>; readonly facts: Recent<SiteFacts>; readonly known: Recent<Known>; readonly terms: Recent<ProfileTerms>;
  readonly keySets: Recent<JWTVerifyGetKey>;
  /** By public key, and since when; emptied with each change that staff make here. */
  readonly sites: Recent<{ readonly site: Site; readonly at: EpochMs }>;
  /** By route and site key. */
  readonly keys: Counter;
  /** By address prefix, hashed with `salt`: no address stands there. */
  readonly prefixes: Counter;
  /** Of the log, and how many were left out since the last one. */
  readonly lines: Counter;
  untold: number;
  /** When the schedule last ran, and when that was read. */
  schedule?: { readonly readAt: EpochMs; readonly ranAt: EpochMs | null };
  /** Of this isolate alone; made with its first request. */
  salt?: string;
}

const KEPT = 64, SITES = 1_024, COUNTED = 4_096;

export const createMemory = (): Memory => ({
  served: createRecent(KEPT), languages: createRecent(KEPT), facts: createRecent(KEPT), known: createRecent(KEPT), terms: createRecent(KEPT), keySets: createRecent(KEPT), sites: createRecent(SITES),
  keys: createCounter(COUNTED), prefixes: createCounter(COUNTED), lines: createCounter(1), untold: 0,
});
