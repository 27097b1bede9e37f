import type { Caps, Carried } from '@tactful/engine';
import type { EpochMs, Milliseconds } from '@tactful/protocol';
import type { Claim } from '../createClaim.ts';
import type { Stop } from '../scope.ts';
import type { CarriedStore, CarriedTab } from './carried.ts';
import { mayStore } from './consent.ts';
import { readOrigin, type Origin } from './context.ts';
import type { ShipCore } from './shipping.ts';
import { randomId } from '../randomId.ts';
import { makeVisitor, type Visitor } from './makeVisitor.ts';

/** The visitor's present session, shared by the tabs. */
export interface Session {
  readonly id: string;
  readonly at: EpochMs;
  /** When a tab last said that the visitor was active. */
  readonly last: EpochMs;
  readonly origin: Origin;
}

/** Who is there, as far as the consent lets us know. */
export interface Visit {
  readonly visitor: Visitor;
  readonly session: Session;
  /** This tab. */
  readonly part: string;
  /** What this part's page before left. */
  readonly tab?: CarriedTab | undefined;
  readonly state?: Carried | undefined;
  /** `state` goes on with its counters at zero. */
  readonly zero: boolean;
  /** Storage answered: it is the visitor and the session that the other tabs and pages know. Else nothing is sent. */
  readonly known: boolean;
  readonly caps?: Caps;
  /** A configuration as an earlier page was served it. */
  readonly config?: unknown;
}

/** A session ends after 30 minutes without active time in any tab, or 24 hours. */
const IDLE_MS: Milliseconds = 1_800_000, LONGEST_MS: Milliseconds = 86_400_000;
export const sessionEnded = (at: EpochMs, last: EpochMs, now: EpochMs): boolean => now - last > IDLE_MS || now - at > LONGEST_MS;

/** See {@link createVisits}; nothing where consent changed meanwhile. */
export type OpenVisit = (state?: Carried, fresh?: boolean) => Promise<Visit | undefined>;

/**
 * Opens a visit. Visitor and session are read and written in one transaction each, so that two tabs that start at once
 * agree. The part is claimed by a lock: a duplicated tab, whose sessionStorage is a clone, becomes a new part. So does a page
 * that goes on with a `state` of its own: what it counted before stands under the part it had, and is not counted twice.
 * @param state what an engine of this page knows
 * @param fresh a new visitor (`reset()`)
 */
export function createVisits(core: ShipCore, carried: CarriedStore, claim: Claim): OpenVisit {
  const { storage } = core;
  let release: Stop | null = null;
  return async (state, fresh) => {
    const { consent } = core;
    /** Withdrawn meanwhile: nothing is written, nor the database so much as opened, after the erasure. */
    const over = (): boolean => core.consent != consent;
    const at = core.now();
    let visitor = await makeVisitor(at);
    const origin = readOrigin();
    let session: Session = { id: randomId(16), at, last: at, origin };
    let part = randomId(8);
    if (!mayStore(consent)) return { visitor, session, part, state, zero: true, known: false };
    // What an earlier page left is for the first visit of this one: later ones would go back behind what this page has counted.
    let tab = fresh || core.visit && !state ? undefined : carried.read();
    if (consent == 'granted') {
      let began = 0;
      session = await storage.update<Session>('session', (kept) => {
        if (over()) return kept!;
        began = +(fresh || !kept || sessionEnded(kept.at, kept.last, at));
        return began ? session : { ...kept!, last: at };
      });
      if (over()) return;
      visitor = await storage.update<Visitor>('visitor', (kept) => {
        if (over()) return kept!;
        const is = !fresh && kept || visitor;
        return { ...is, sessions: is.sessions + began };
      });
      if (over()) return;
    } else {
      // Without an identifier a session is named by when it began.
      const began = tab && !sessionEnded(Number(tab.session), tab.state.at, at) && Number(tab.session) || at;
      session = { id: String(began), at: began, last: at, origin };
    }
    if (tab && tab.session != session.id) tab = undefined;
    if (release) release();
    release = tab && !state ? await claim(part = tab.part) : null;
    if (over()) return;
    // Caps and arms are the visitor's own; to be left alone is asked by the person.
    if (fresh) await storage.update<Caps | undefined>('caps', (kept) => kept && { ...kept, scopes: {}, arms: {} });
    const zero = !!state || !!tab && !release;
    if (!release) release = await claim(part = randomId(8));
    // Back from the back/forward cache: the page after may have gone on.
    const from = tab && !(state && state.at > tab.state.at) ? tab.state : state;
    if (over()) return;
    const kept = await storage.all();
    return { visitor, session, known: storage.works, part, tab: zero ? undefined : tab, state: from, zero, caps: kept.get('caps'), config: kept.get('config') };
  };
}
