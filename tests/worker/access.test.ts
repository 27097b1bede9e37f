import { afterAll, beforeAll, expect, it } from 'vitest';
import type { AnyRoute } from '../../packages/collector/src/routes/route.ts';
import { routeTable } from '../../packages/collector/src/routes/routeTable.ts';
import { makeCallers, type Caller } from './access/callers.ts';
import { dumpAll, dumpSite } from './access/dump.ts';
import { expectedOf, TURNED_AWAY } from './access/expectedOf.ts';
import { idsOf, makeWorld, MARK, SITES, type SiteName, type World } from './access/makeWorld.ts';
import { startWorker, type RunningWorker } from './harness/startWorker.ts';

/** Promise 10: nobody reads another's, nor changes it. Every route of the table × every caller × both sites, and × the other site's ids. */
let running: RunningWorker;
let world: World;
let callers: readonly Caller[];
beforeAll(async () => {
  running = await startWorker();
  world = await makeWorld(running);
  callers = await makeCallers(running, world);
});
afterAll(() => running.close());

/** One call: a route with the names of one site in its path, where the ids below may be another's. */
interface Cell { readonly row: AnyRoute; readonly caller: Caller; readonly site: SiteName; readonly ids: SiteName }
const nameOf = ({ row, caller, site, ids }: Cell): string => `${row.method} ${row.path} (${site}${ids === site ? '' : ` with ids of ${ids}`}) by ${caller.name}`;
const hasIds = ({ path }: AnyRoute): boolean => /:(?!site\b)/.test(path);

const cells = (): Cell[] => routeTable.flatMap((row) => SITES.flatMap((site) => SITES.filter((ids) => ids === site || hasIds(row))
  .flatMap((ids) => callers.map((caller) => ({ row, caller, site, ids })))));
const expected = ({ row, caller, site }: Cell): string | undefined => expectedOf(row, caller, { site, own: running.origin });

async function call({ row, caller, site, ids }: Cell, body = '{}'): Promise<{ readonly status: number; readonly code: string; readonly text: string }> {
  const path = row.path.replace(/:(\w+)/g, (_whole, name: string) => encodeURIComponent((name === 'site' ? site : idsOf(ids)[name]) ?? name));
  const response = await running.fetch(`${path}${caller.key ? `?key=${world.keys[caller.key]}` : ''}`, {
    method: row.method, headers: await caller.headers(), ...(row.body ? { body } : {}),
  });
  const text = `${await response.text()} ${JSON.stringify([...response.headers])}`;
  return { status: response.status, code: /^\{"error":\{"code":"(\w+)"/.exec(text)?.[1] ?? '', text };
}

/** The sites of which a caller may be told something. */
const told = ({ roles, deploy, key, secret }: Caller): readonly SiteName[] => SITES.filter((site) => deploy || roles?.[site] || key === site || secret === site);
/** Sites of which an answer tells what it must not; names that the caller put into the address are not told. */
function hits({ caller, ids }: Cell, text: string): readonly SiteName[] {
  const said = Object.values(idsOf(ids)).reduce((rest, name) => (SITES.includes(name as SiteName) ? rest : rest.replaceAll(name, '')), text);
  return SITES.filter((site) => !told(caller).includes(site) && said.includes(MARK[site]));
}
const AT_ONCE = 20;
async function each<T>(all: readonly T[], run: (one: T) => Promise<void>): Promise<void> {
  for (let from = 0; from < all.length; from += AT_ONCE) await Promise.all(all.slice(from, from + AT_ONCE).map(run));
}

it('turns away whoever has no right, by the code that says so and nothing of anybody’s; not a row is changed', { timeout: 300_000 }, async () => {
  const refused = cells().filter((cell) => expected(cell) !== undefined);
  // A secret key is made anew for each call that is made with it, which is a change and stands in the log.
  const quiet = refused.filter(({ caller }) => !caller.secret);
  const wrong: string[] = [];
  const read: string[] = [];
  const run = async (cell: Cell): Promise<void> => {
    const { code, text } = await call(cell);
    if (code !== expected(cell)) wrong.push(`${nameOf(cell)}: ${code}, not ${expected(cell)}`);
    read.push(...hits(cell, text).map((site) => `${nameOf(cell)} was told of ${site}`));
  };
  const before = await dumpAll(running);
  await each(quiet, run);
  expect(wrong).toEqual([]);
  expect(await dumpAll(running)).toEqual(before);
  for (const cell of refused.filter((one) => !quiet.includes(one))) await run(cell);
  expect(wrong).toEqual([]);
  expect(read).toEqual([]);
  console.log(`access: ${routeTable.length} routes, ${callers.length} callers, ${refused.length} calls turned away, ${read.length} hits, 0 rows changed`);
});

it('lets pass whoever has the right, tells them nothing of the other site, and changes nothing there', { timeout: 300_000 }, async () => {
  const passing = cells().filter((cell) => expected(cell) === undefined);
  const wrong: string[] = [];
  const read: string[] = [];
  for (const site of SITES) {
    const strangers = passing.filter(({ caller }) => !told(caller).includes(site));
    expect(strangers.length).toBeGreaterThan(20);
    const before = await dumpSite(running, site);
    for (const cell of strangers) {
      const { status, code, text } = await call(cell);
      if (TURNED_AWAY.has(code) || status >= 500) wrong.push(`${nameOf(cell)}: ${status} ${code}`);
      read.push(...hits(cell, text).map((told) => `${nameOf(cell)} was told of ${told}`));
    }
    expect(wrong).toEqual([]);
    expect(await dumpSite(running, site)).toEqual(before);
  }
  for (const cell of passing.filter(({ caller }) => told(caller).length === SITES.length)) {
    const { status, code } = await call(cell);
    if (TURNED_AWAY.has(code) || status >= 500) wrong.push(`${nameOf(cell)}: ${status} ${code}`);
  }
  expect(wrong).toEqual([]);
  expect(read).toEqual([]);
  console.log(`access: ${passing.length} calls passed, ${read.length} hits`);
});
