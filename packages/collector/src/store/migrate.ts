/** SQL, or what is done with the rows. */
export type Step = string | ((storage: DurableObjectStorage) => void);

/**
 * Brings an object's own SQLite up to date: runs the steps that have not run, each in a transaction; those in SQL first and in order, as
 * what is done with rows is written for the tables as they are now. Steps are append-only; columns are added, never renamed.
 */
export function migrate(storage: DurableObjectStorage, steps: readonly Step[]): void {
  const { sql } = storage;
  sql.exec('CREATE TABLE IF NOT EXISTS migrated (step INTEGER PRIMARY KEY)');
  const done = new Set(sql.exec('SELECT step FROM migrated').toArray().map((row) => Number(row['step'])));
  const left = [...steps.entries()].filter(([step]) => !done.has(step));
  for (const kind of ['string', 'function']) {
    for (const [step, work] of left) {
      if (typeof work !== kind) continue;
      storage.transactionSync(() => {
        if (typeof work === 'string') sql.exec(work);
        else work(storage);
        sql.exec('INSERT INTO migrated (step) VALUES (?)', step);
      });
    }
  }
}
