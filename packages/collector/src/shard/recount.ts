import { mergeParts } from '@tactful/protocol';
import type { ShardStores } from './createShardStores.ts';
import { countSession } from './countSession.ts';
import { countVisitor } from './countVisitor.ts';
import { createTally, type CellRow, type Tally } from './createTally.ts';
import type { RollupStore } from './rollupStore.ts';
import { sameJson } from './sameJson.ts';

/** A cell that is not what the rows say. `n`: how much the rows say more; both sums to the last digit, as text. */
export interface Difference extends CellRow { readonly kept: string; readonly counted: string }

/** Rollups as they stand and as the rows say; both lists are empty when nothing was lost or counted twice. */
export interface Recount {
  readonly cells: number;
  readonly sessions: number;
  readonly differences: readonly Difference[];
  /** Sessions whose stored summary is not the merge of their parts. */
  readonly unmerged: readonly string[];
}

/** A count of every row that lets the object do what else it is asked between two turns, and is true as of the turn that ends it. */
export interface Recounting {
  /** The visitor's rows are about to change: what was counted of them is taken out, to be counted again. */
  before(visitor: string): void;
  /** Counts on. True: all is counted as it stands now; end it in this very turn. */
  turn(): boolean;
  /** Ends it. */
  end(): Counted;
}

/** What the rows say, with what erased visitors left. */
export interface Counted extends Pick<Recount, 'sessions' | 'unmerged'> { readonly tally: Tally }

/** Sessions of one turn, or a visitor's last few more: nothing else is done in the object meanwhile. */
const AT_ONCE = 200;
/** Visitors who change between two turns are few. When so many have, whoever asked is gone. */
const GIVEN_UP = 2_000;

/** Begins to count, visitor by visitor. Until it ends, whoever changes a visitor's rows says so (`changes`). */
export function beginRecount(stores: ShardStores): Recounting {
  const { sessions, outcomes, rollups, recounts } = stores;
  const counted = createTally(), unmerged = new Map<string, readonly string[]>(), again = new Set<string>();
  let seen = 0, last = '';
  /** @returns how many sessions the visitor has */
  const count = (visitor: string, sign: 1 | -1): number => {
    const own = sessions.ofVisitor(visitor);
    for (const { day, summary } of own) countSession(counted, { day, summary, sign });
    countVisitor(counted, outcomes.ofVisitor(visitor), sign);
    seen += sign * own.length;
    unmerged.delete(visitor);
    if (sign < 0) return own.length;
    const apart = own.filter(({ id, summary }) => {
      const parts = sessions.parts(id);
      return parts.length === 0 || !sameJson(mergeParts(parts), summary);
    });
    if (apart.length > 0) unmerged.set(visitor, apart.map(({ summary }) => summary.session));
    return own.length;
  };
  const next = (): string | undefined => {
    for (const visitor of again) {
      again.delete(visitor);
      return visitor;
    }
    const visitor = sessions.visitorAfter(last);
    last = visitor ?? last;
    return visitor;
  };
  const recounting: Recounting = {
    before(visitor) {
      if (visitor > last || again.has(visitor)) return;
      try {
        count(visitor, -1);
      } catch (_error) {
        // What can't be counted holds no body up: the recount is given up, and the next one says why.
        recounts.delete(recounting);
      }
      again.add(visitor);
      if (again.size >= GIVEN_UP) recounts.delete(recounting);
    },
    turn() {
      try {
        for (let left = AT_ONCE; left > 0;) {
          const visitor = next();
          if (visitor === undefined) return true;
          left -= Math.max(1, count(visitor, 1));
        }
        return false;
      } catch (error) {
        // Half of a visitor may be counted: nobody goes on with that.
        recounts.delete(recounting);
        throw error;
      }
    },
    end() {
      recounts.delete(recounting);
      for (const row of rollups.sealed()) counted.add(row, row.n);
      return { tally: counted, sessions: seen, unmerged: [...unmerged.values()].flat() };
    },
  };
  recounts.add(recounting);
  return recounting;
}

/** Compares with the rollups, which only ever moved by differences. */
export function compareWith(rollups: RollupStore, { tally, ...rows }: Counted): Recount {
  const kept = createTally(), apart = createTally();
  for (const row of rollups.all()) kept.add(row, row.n);
  for (const row of tally.rows()) apart.add(row, row.n);
  for (const row of kept.rows()) apart.add(row, -row.n);
  return {
    ...rows, cells: kept.rows().length,
    differences: apart.rows().map(({ day, kind, subject, arm, measure, n }) => {
      const cell = { day, kind, subject, arm, measure };
      return { ...cell, n: Number(n), kept: String(kept.at(cell)), counted: String(tally.at(cell)) };
    }),
  };
}

/** Says that a visitor's rows are about to change. */
export const changes = ({ recounts }: Pick<ShardStores, 'recounts'>, visitor: string): void => { for (const recounting of recounts) recounting.before(visitor); };

/**
 * A step of the schema: puts in place of the rollups what the rows say, where a version counts what the one before did not. What is too
 * much for one turn is left to the object's alarms; until then the sums stand as the version before counted them.
 */
export function rebuild(stores: ShardStores): 'later' | undefined {
  const recounting = beginRecount(stores);
  const done = recounting.turn(), { tally } = recounting.end();
  if (!done) return 'later';
  stores.rollups.replace(tally.rows());
  return undefined;
}
