import { userOf } from '../../../packages/collector/src/identity/userOf.ts';
import type { RunningWorker } from '../harness/startWorker.ts';
import { idsOf, SHARDS, type SiteName } from './makeWorld.ts';

type Rows = Record<string, unknown>[];
interface Sql { exec(query: string): Promise<unknown> }
/** What the runtime itself keeps is left out: it may write that later than what it is asked for. */
const TABLES = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_cf%' ESCAPE '\\' AND name NOT LIKE '\\_\\_miniflare%' ESCAPE '\\' AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'd1%' ORDER BY name";
/** Where a row of the control plane says whose it is. */
const SITE_OF: Readonly<Record<string, string>> = { sites: 'id', configs: 'site', offers: 'site', staff_sites: 'site', audit: 'site', identity_keys: 'site', models: 'site' };

async function rowsOf(sql: Sql): Promise<string[]> {
  const rows: string[] = [];
  for (const { name } of await sql.exec(TABLES) as { name: string }[]) {
    for (const row of await sql.exec(`SELECT * FROM "${name}"`) as Rows) rows.push(`${name} ${JSON.stringify(row)}`);
  }
  return rows;
}

async function controlPlane(running: RunningWorker): Promise<{ readonly table: string; readonly row: Record<string, unknown> }[]> {
  const { DB } = await running.worker.getEnv() as { DB: { prepare(query: string): { all(): Promise<{ results: Rows }> } } };
  const tables = (await DB.prepare(TABLES).all()).results as { name: string }[];
  return (await Promise.all(tables.map(async ({ name }) => (await DB.prepare(`SELECT * FROM "${name}"`).all()).results.map((row) => ({ table: name, row }))))).flat();
}

/** Every row of every table of the Worker, in the database and in all objects that exist. */
export async function dumpAll(running: RunningWorker): Promise<string[]> {
  const rows = (await controlPlane(running)).map(({ table, row }) => `${table} ${JSON.stringify(row)}`);
  for (const namespace of ['SHARD', 'OFFER', 'DESK', 'PROFILE', 'MODEL']) {
    for (const id of (await running.worker.listDurableObjectIds(namespace)).sort()) {
      rows.push(...(await rowsOf(await running.worker.getDurableObjectStorage(namespace, { id }))).map((row) => `${namespace} ${id} ${row}`));
    }
  }
  return rows;
}

/** Every row that is a site's. The audit log of its own reads apart. */
export async function dumpSite(running: RunningWorker, site: SiteName): Promise<string[]> {
  const rows = (await controlPlane(running)).filter(({ table, row }) => SITE_OF[table] !== undefined && row[SITE_OF[table]] === site).map(({ table, row }) => `${table} ${JSON.stringify(row)}`);
  const { salt } = (await controlPlane(running)).find(({ table, row }) => table === 'sites' && row['id'] === site)!.row as { salt: string };
  const user = await userOf({ id: site, salt }, idsOf(site)['user']!);
  const objects = [...Array.from({ length: SHARDS }, (_, n) => ['SHARD', `${site}/${n}`] as const), ['OFFER', `${site}/${idsOf(site)['offer']}`] as const, ['DESK', site] as const, ['PROFILE', `${site}/${user}`] as const, ['MODEL', site] as const];
  for (const [namespace, name] of objects) rows.push(...(await rowsOf(await running.worker.getDurableObjectStorage(namespace, { name }))).map((row) => `${namespace} ${name} ${row}`));
  return rows;
}
