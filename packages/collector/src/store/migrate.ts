/**
 * Brings an object's own SQLite up to date: runs the steps that have not run, in order, each in a transaction. Steps are
 * append-only; columns are added, never renamed.
 */
export function migrate(storage: DurableObjectStorage, steps: readonly string[]): void {
  const { sql } = storage;
  sql.exec('CREATE TABLE IF NOT EXISTS migrated (step INTEGER PRIMARY KEY)');
  const done = Number(sql.exec('SELECT COUNT(*) AS n FROM migrated').one()['n']);
  for (let step = done; step < steps.length; step++) {
    storage.transactionSync(() => {
      sql.exec(steps[step] as string);
      sql.exec('INSERT INTO migrated (step) VALUES (?)', step);
    });
  }
}
