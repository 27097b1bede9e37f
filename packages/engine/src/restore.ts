import type { Milliseconds } from '@tactful/protocol';
import type { Core } from './core.ts';
import { rank } from './decide/rank.ts';
import type { Carried } from './engine.ts';
import type { CapScope } from './observation.ts';
import { record } from './record.ts';

type Row = [due: number, stamp: number, at: number, rows: Record<string, number[]>];
type Run = [id: string, version: number, open: [at: number, until: number, late: number, ...fired: number[]] | 0, ...clauses: Row[]];

/** Fields of `from` laid over those of the same kind in `to`; a record loses its prototype. */
function lay(to: object, from: object): void {
  for (const key of Object.keys(to) as never[]) {
    const was: unknown = to[key];
    const value: unknown = from[key];
    if (value === undefined || Array.isArray(was) != Array.isArray(value) || (was !== null && typeof was != typeof value)) continue;
    (to as Record<string, unknown>)[key] = was && typeof was == 'object' && !Array.isArray(was) ? record(value as object) : value;
  }
}

/** What a new session takes over from the one before: the place and the moment, not the behavior. */
const PLACE = ['at', 'offset', 'server', 'input', 'visible', 'focused', 'playing', 'page', 'type', 'visit', 'permission', 'shownHere', 'attributes', 'slot'];
/** A clock without the server's word that leaps further than this between two loads is another clock. */
const LEAP: Milliseconds = 31 * 86_400_000;

/**
 * Lays carried state over a new memory. Another session than the one carried begins with caps, place and attributes
 * only; `zero` keeps all decisions and no counter.
 */
export function restore(core: Core, carried: Carried): void {
  const { state, tally, caps, campaigns, options, waiting } = core;
  const { at, session, runs, scopes } = carried;
  const same = session == options.session;
  lay(state, same ? carried : Object.fromEntries(PLACE.map((name) => [name, carried[name]])));
  if (same && !options.zero) lay(tally, carried);
  lay(caps, carried);
  caps.scopes = record();
  for (const key of Object.keys(scopes as object)) {
    const [lifetime, waitUntil, ...shown] = (scopes as Record<string, [number, number, ...[number, 0 | 1][]]>)[key]!;
    (caps.scopes as Record<string, CapScope>)[key] = { lifetime, waitUntil, shown: shown.map((one) => [one[0], one[1] ? session as string : '']) };
  }
  if (carried['optOut']) caps.optOut = true;
  // The device's clock never goes back: it goes on from where it stood.
  core.shift = Math.max(0, at - options.at);
  if (core.shift || options.at > at + LEAP) state.server = false;
  state.at = options.at + core.shift;
  core.restored = true;
  if (state.slot) state.slot = tally.exposures.find((one) => one.id == state.slot!.id) || state.slot;
  if (same) (runs as Run[]).forEach(([id, version, open, ...clauses]) => {
    const campaign = campaigns[id];
    if (!campaign || campaign.spec.version != version) return;
    clauses.forEach(([due, stamp, fired, rows], index) => {
      const clause = campaign.clauses[index]!;
      Object.assign(clause, { due: due < 0 ? Infinity : due, stamp, at: fired || NaN, rows });
      if (due) waiting.add(clause);
    });
    if (open) {
      const [opened, until, late, ...fired] = open;
      campaign.open = { at: opened, until, late, fired: fired.map((index) => campaign.clauses[index]!) };
      core.open.push(campaign);
    }
  });
  core.open.sort(rank);
}
