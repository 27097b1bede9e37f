import type { EpochMs, Milliseconds } from '@tactful/protocol';

/** The step of a schema that an agenda needs. */
export const AGENDA_SCHEMA = 'CREATE TABLE IF NOT EXISTS agenda (task TEXT PRIMARY KEY, at INTEGER NOT NULL, site TEXT NOT NULL) WITHOUT ROWID;';

/** After a task that failed it is tried again. */
const RETRY: Milliseconds = 300_000;
/** An alarm that is as late as that does not come any more: the platform tries one that failed six times, within minutes, and gives it up. */
const LOST: Milliseconds = 600_000;

/** What is to be done when. @returns when it is due again; undefined: not before it is planned anew */
export type Task = (site: string, now: EpochMs) => Promise<EpochMs | undefined>;

/** When an object's tasks are due, and of which site it is. The platform gives an object one alarm; it is set to the earliest of them. */
export interface Agenda<Name extends string> {
  /** The task is due then, or earlier if it was; where that is long past its alarm was lost, and is set again. `site`: whose object this is, for an alarm does not tell. */
  plan(task: Name, due: { readonly site: string; readonly at: EpochMs }): void;
  /** Does what is due, one task after the other. One that throws is logged and tried again; what is planned meanwhile is due as planned. */
  run(now: EpochMs, tasks: Readonly<Record<Name, Task>>): Promise<void>;
}

export interface AgendaParts { readonly sql: SqlStorage; readonly setAlarm: (at: EpochMs) => Promise<void>; readonly clock: () => EpochMs }

/** Opens the agenda of an object. Plan in the turn that writes what the task is about: then both are kept or none is. */
export function createAgenda<Name extends string>({ sql, setAlarm, clock }: AgendaParts): Agenda<Name> {
  const planned = new Map(sql.exec('SELECT task, at, site FROM agenda').toArray().map((row) => [String(row['task']) as Name, { at: Number(row['at']), site: String(row['site']) }]));
  const set = (task: Name, due: { readonly at: EpochMs; readonly site: string }): void => {
    planned.set(task, due);
    sql.exec('INSERT INTO agenda (task, at, site) VALUES (?, ?, ?) ON CONFLICT (task) DO UPDATE SET at = excluded.at', task, due.at, due.site);
  };
  const isLost = (at: EpochMs): boolean => at < clock() - LOST;
  const wake = (): void => { if (planned.size > 0) void setAlarm(Math.min(...[...planned.values()].map(({ at }) => at))); };
  if ([...planned.values()].some(({ at }) => isLost(at))) wake();
  return {
    plan(task, due) {
      const at = planned.get(task)?.at ?? Infinity;
      if (at > due.at) set(task, due);
      else if (!isLost(at)) return;
      wake();
    },
    async run(now, tasks) {
      const due = [...planned].filter(([, { at }]) => at <= now);
      for (const [task] of due) planned.delete(task);
      for (const [task, { site }] of due) {
        const next = await tasks[task](site, now).catch((error: unknown) => {
          console.error(JSON.stringify({ task, error: String(error) }));
          return now + RETRY;
        }) ?? Infinity;
        const at = Math.min(next, planned.get(task)?.at ?? Infinity);
        if (at === Infinity) sql.exec('DELETE FROM agenda WHERE task = ?', task);
        else set(task, { at, site });
      }
      wake();
    },
  };
}
