/**
 * `npm run replay -- FILE [--config FILE] [--events N]`: plays a shop's event log (OTTO, REES46, Coveo) through the engine and
 * prints how far each campaign came. `--generate N` plays a generated log of N events instead, and how fast.
 */
import { parseArgs } from 'node:util';
import { countGates } from './replay/countGates.ts';
import { createBar } from './replay/createBar.ts';
import { generateLog } from './replay/generateLog.ts';
import { loadConfig } from './replay/loadConfig.ts';
import type { LogSession } from './replay/LogSession.ts';
import { playSession, ready } from './replay/playSession.ts';
import { printGates } from './replay/printGates.ts';
import { readLog, sizeOf } from './replay/readLog.ts';

/** Visits looked at closely for the times at which gates were met. */
const CLOSELY = 500;

const { values, positionals: [file] } = parseArgs({ allowPositionals: true, options: { config: { type: 'string' }, events: { type: 'string' }, generate: { type: 'string' } } });
const most = Number(values.events ?? values.generate ?? Infinity);

async function replay(): Promise<void> {
  if (!file && !values.generate) throw new Error('Give a log: npm run replay -- FILE [--config FILE] [--events N], or --generate 1000000.');
  if (Number.isNaN(most)) throw new Error('--events and --generate take a number.');
  const config = loadConfig(values.config);
  const counter = countGates(config);
  const played = ready(config);
  const bar = createBar(values.generate ? most : sizeOf(file!));
  const sessions: AsyncIterable<LogSession> | Iterable<LogSession> = values.generate ? generateLog(most) : readLog(file!, bar.step);
  const close: LogSession[] = [];
  let [done, visits, events] = [0, 0, 0];
  let busyMs = 0;
  let processorMs = 0;

  for await (const session of inBatches(sessions)) {
    const start = performance.now();
    const processor = process.cpuUsage();
    for (const one of session) {
      let fired = false;
      playSession(played, one, {
        visited(engine) {
          visits++;
          if (counter.visited(engine)) fired = true;
        },
      });
      if (fired && close.length < CLOSELY) close.push(one);
      done++;
      events += one.events.length;
    }
    busyMs += performance.now() - start;
    const { user, system } = process.cpuUsage(processor);
    processorMs += (user + system) / 1_000;
    if (values.generate) bar.step(session.reduce((sum, one) => sum + one.events.length, 0));
    if (events >= most) break;
  }
  bar.end();
  for (const session of close) {
    let current: unknown;
    playSession(played, session, {
      stepped(engine, at) {
        if (engine !== current) counter.stepped(null, at);
        current = engine;
        counter.stepped(engine, at);
      },
      visited: () => undefined,
    });
  }
  const number = (n: number): string => Math.round(n).toLocaleString('en-US');
  console.log(`${number(done)} sessions played: ${number(visits)} visits, ${number(events)} events`);
  console.log(`${number(events / busyMs * 1_000)} events a second through the engine (${(busyMs / 1_000).toFixed(2)} s); ${number(events / processorMs * 1_000)} in a second of processor time`);
  printGates(counter.campaigns, visits);
  if (close.length > 0) console.log(`\nTimes are seconds into the visit, of the first ${number(close.length)} sessions in which a trigger fired. “shown” is a message that would have been.\nA log tells of neither checkout pages nor forms nor the pointer: what waits for those stays silent.`);
}

/** Sessions by the hundred, so that the clock is read seldom. */
async function* inBatches(sessions: AsyncIterable<LogSession> | Iterable<LogSession>): AsyncGenerator<readonly LogSession[]> {
  let batch: LogSession[] = [];
  for await (const session of sessions) {
    batch.push(session);
    if (batch.length < 100) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

await replay().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 2;
});
