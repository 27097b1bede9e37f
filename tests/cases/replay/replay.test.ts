import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { afterAll, expect, it } from 'vitest';
import { countGates } from '../../../scripts/replay/countGates.ts';
import { generateLog } from '../../../scripts/replay/generateLog.ts';
import type { LogSession } from '../../../scripts/replay/LogSession.ts';
import { packSessions, unpackSessions } from '../../../scripts/replay/packSessions.ts';
import { playSession, ready } from '../../../scripts/replay/playSession.ts';
import { readLog } from '../../../scripts/replay/readLog.ts';
import { deviceOf } from '../engine/deviceOf.ts';
import parse from './parse.json' with { type: 'json' };

const folder = mkdtempSync(join(tmpdir(), 'replay-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function read(name: string, content: string | Buffer): Promise<LogSession[]> {
  const file = join(folder, name);
  writeFileSync(file, content);
  const sessions: LogSession[] = [];
  for await (const session of readLog(file, () => undefined)) sessions.push(session);
  return sessions;
}

it.each(parse as unknown as [string, string[], LogSession[]][])('%s', async (_name, lines, sessions) => {
  expect(await read('log', `${lines.join('\n')}\n`)).toEqual(sessions);
  expect(await read('log.gz', gzipSync(`${lines.join('\r\n')}\r\n`))).toEqual(sessions);
});

it.each([
  ['a file that is not there', 'nothing', null, /no file/],
  ['a log of another shape', 'strange', 'a,b,c\n', /no log that replay knows/],
  ['another JSON file', 'package.json', '{\n  "name": "shop"\n}\n', /no log that replay knows/],
  ['a file with nothing in it', 'empty', '', /is empty/],
  ['a line that is broken', 'broken', '{"session":1,"events":[]}\n{"session":', /Line 2/],
  ['an archive that is cut off', 'cut.gz', gzipSync('{"session":1,"events":[]}\n'.repeat(10_000)).subarray(0, 60), /can't be read/],
])('refuses %s with a sentence', async (_name, name, content, message) => {
  const file = join(folder, name);
  if (content !== null) writeFileSync(file, content);
  await expect((async () => { for await (const _session of readLog(file, () => undefined)); })()).rejects.toThrow(message);
});

const REES = 'event_time,event_type,product_id,price,user_session';
it.each([
  ['REES46', [REES, '2019-10-01 00:00:00 UTC,view,1,35.79,s1', 'yesterday,view,1,35.79,s1', '2019-10-01 00:00:01 UTC,gaze,1,35.79,s1', '2019-10-01 00:00:02 UTC,view,"1,5",35.79,s1', '2019-10-01 00:0'], [3, 4, 5, 6], 1],
  ['Coveo', ['event_sequence,time,order,bought', '"[1,2]","[10,10]","[0,1]",0', 'cut'], [3], 2],
] as const)('says which lines of %s say nothing that can be read', async (_name, lines, wanted, events) => {
  const file = join(folder, 'odd');
  writeFileSync(file, lines.join('\n'));
  const odd: number[] = [];
  const sessions: LogSession[] = [];
  for await (const session of readLog(file, () => undefined, (line) => odd.push(line))) sessions.push(session);
  expect([odd, sessions.length, sessions[0]!.events.length]).toEqual([wanted, 1, events]);
});

it('counts what would have been shown, and what stopped the rest', () => {
  const config = deviceOf([
    { id: 'idle', trigger: { any: [{ on: 'cart_idle', for: '20s' }] }, frequency: { session: 1 }, goal: { event: 'purchase', within: '24h' } },
    { id: 'view', trigger: { any: [{ on: 'event', name: 'view_item', times: 2 }] }, conditions: { feature: 'cart.value', gte: 50 } },
  ], { holdout: 1 });
  const counter = countGates(config);
  const visits: number[] = [];
  playSession(ready(config), {
    id: 'one',
    events: [
      { at: 0, kind: 'view' }, { at: 5_000, kind: 'view' }, { at: 10_000, kind: 'add', value: 20 }, { at: 40_000, kind: 'page' }, { at: 50_000, kind: 'add', value: 40 },
      // Two hours later: another visit.
      { at: 7_200_000, kind: 'view' }, { at: 7_205_000, kind: 'view' },
    ],
  }, { visited: (core) => { visits.push(core.tally.durationMs); counter.visited(core); } });
  expect(visits).toEqual([50_000, 5_000]);
  const { idle, view } = Object.fromEntries(counter.counts) as Record<string, { fired: number; met: object; stopped: object }>;
  expect(idle).toMatchObject({ fired: 1, met: { trigger: 1, frequency: 1, shown: 1 }, stopped: {} });
  expect(view).toMatchObject({ fired: 2, met: { trigger: 2 }, stopped: { conditions: 2 } });
});

it('generates the same log again, of the length asked for', () => {
  const events = (): LogSession[] => [...generateLog(1_000)];
  expect(events().reduce((sum, { events: { length } }) => sum + length, 0)).toBe(1_000);
  expect(events()).toEqual(events());
});

it('packs sessions for another thread and loses nothing', () => {
  const sessions: LogSession[] = [...generateLog(500), { id: 'empty', events: [] }, { id: 'zero', events: [{ at: 0, kind: 'remove', value: 0 }, { at: 1, kind: 'click' }] }];
  expect(unpackSessions(packSessions(sessions))).toEqual(sessions);
});

/** Time for a command and its threads on a machine that has other work. */
const BUSY_MS = 60_000;
const run = async (...options: string[]): Promise<string> => (await promisify(execFile)(process.execPath, ['--conditions=source', 'scripts/replay.ts', ...options])).stdout;

it('prints the same on one thread, on two and on three, and says how fast', async () => {
  const [rate = '', ...others] = await Promise.all(['1', '2', '3'].map((threads) => run('--generate', '8000', '--threads', threads)));
  const rateLine = /^[\d,]+ events a second by the clock .* in a second of processor time\nWith the first 4 recipes alone \(.*\): [\d,]+ by the clock, .*$/m;
  expect(rate).toMatch(rateLine);
  expect(rate).toContain('sessions in which a trigger fired');
  for (const other of others) expect(other.replace(rateLine, '')).toBe(rate.replace(rateLine, ''));
}, BUSY_MS);

it('ends with a sentence when the log breaks off while threads play', async () => {
  writeFileSync(join(folder, 'breaks.jsonl'), `${'{"session":1,"events":[{"aid":1,"ts":1000,"type":"clicks"}]}\n'.repeat(5_000)}{"session":`);
  await expect(run(join(folder, 'breaks.jsonl'))).rejects.toMatchObject({ code: 2, stderr: expect.stringContaining('Line 5001') });
}, BUSY_MS);

it('prints sessions, events and campaigns', async () => {
  writeFileSync(join(folder, 'one.jsonl'), '{"session":1,"events":[{"aid":1,"ts":1000,"type":"clicks"},{"aid":1,"ts":2000,"type":"carts"},{"aid":1,"ts":70000,"type":"clicks"}]}\n');
  const stdout = await run(join(folder, 'one.jsonl'));
  expect(stdout).toContain('1 sessions played: 1 visits, 3 events');
  expect(stdout).toMatch(/cart-hesitation: fired 1 times[\s\S]*shown\s+1\s+100\.0 %\s+61/);
}, BUSY_MS);
