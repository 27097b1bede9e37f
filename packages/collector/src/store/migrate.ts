/** SQL, or what is done with the rows; `later`: that is too much for one turn, and the object sees to it. */
export type Step = string | ((storage: DurableObjectStorage) => 'later' | undefined);

/**
 * Brings an object's own SQLite up to date: runs the steps that have not run, each in a transaction; those in SQL first and in order, as
 * what is done with rows is written for the tables as they are now. Steps are append-only; columns are added, never renamed.
 * @returns whether a step is left for later
 */
export function migrate(storage: DurableObjectStorage, steps: readonly Step[]): boolean {
  const { sql } = storage;
  sql.exec('CREATE TABLE IF NOT EXISTS migrated (step INTEGER PRIMARY KEY)');
  const done = new Set(sql.exec('SELECT step FROM migrated').toArray().map((row) => Number(row['step'])));
  const left = [...steps.entries()].filter(([step]) => !done.has(step));
  let late = false;
  for (const kind of ['string', 'function']) {
    for (const [step, work] of left) {
      if (typeof work !== kind) continue;
      storage.transactionSync(() => {
        const left = typeof work === 'string' ? void sql.exec(work) : work(storage);
        if (left === 'later') late = true;
        else sql.exec('INSERT INTO migrated (step) VALUES (?)', step);
      });
    }
  }
  return late;
}

/** What was left for later is done. */
export function settle(sql: SqlStorage, steps: readonly Step[]): void {
  for (const step of steps.keys()) sql.exec('INSERT INTO migrated (step) VALUES (?) ON CONFLICT DO NOTHING', step);
}
