import { DatabaseSync, type SQLInputValue } from 'node:sqlite';

/** An object's SQLite without the object, in memory; statements run at once, as the platform's do. `run` takes any number of them. */
export function openSql(schema: readonly string[]): { readonly sql: SqlStorage; readonly run: (statements: string) => void } {
  const database = new DatabaseSync(':memory:');
  const run = (statements: string): void => database.exec(statements);
  schema.forEach(run);
  const exec = (query: string, ...binds: SQLInputValue[]) => {
    const rows = database.prepare(query).all(...binds);
    return { toArray: () => rows, one: () => rows[0] };
  };
  return { run, sql: { exec } as unknown as SqlStorage };
}
