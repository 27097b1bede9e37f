/** SQL, or what is done with the rows as the steps before left them. */
export type Step = string | ((storage: DurableObjectStorage) => void);

/**
 * Brings an object's own SQLite up to date: runs the steps that have not run, in order, each in a transaction. Steps are
 * append-only; columns are added, never renamed.
 */
export function migrate(storage: DurableObjectStorage, steps: readonly Step[]): void {
  const { sql } = storage;
  sql.exec('CREATE TABLE IF NOT EXISTS migrated (step INTEGER PRIMARY KEY)');
  const done = Number(sql.exec('SELECT COUNT(*) AS n FROM migrated').one()['n']);
  for (const [step, work] of steps.entries()) {
    if (step < done) continue;
    storage.transactionSync(() => {
      if (typeof work === 'string') sql.exec(work);
      else work(storage);
      sql.exec('INSERT INTO migrated (step) VALUES (?)', step);
    });
  }
}
