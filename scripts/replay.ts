/**
 * `npm run replay -- FILE [--config FILE] [--events N] [--threads N]`: plays a shop's event log (OTTO, REES46, Coveo) through the
 * engine and prints how far each campaign came, and how fast. `--generate N` plays a generated log of N events instead.
 */
import { availableParallelism } from 'node:os';
import { createBar } from './cli/createBar.ts';
import { readArguments } from './cli/readArguments.mjs';
import { readCount } from './cli/readCount.mjs';
import { generateLog } from './replay/generateLog.ts';
import { FIRST_RECIPES, loadConfig } from './replay/loadConfig.ts';
import { playLog } from './replay/playLog.ts';
import { printGates } from './replay/printGates.ts';
import { readLog, sizeOf } from './replay/readLog.ts';

const MOST_THREADS = 64;
const USAGE = `npm run replay -- FILE [--config FILE] [--events N] [--threads N]   a log of OTTO, REES46 or Coveo, also as .gz
npm run replay -- --generate N [--config FILE] [--threads N]        a generated log of N events`;
const { values, positionals: [file] } = readArguments({
  usage: USAGE, most: 1,
  options: { config: { type: 'string' }, events: { type: 'string' }, generate: { type: 'string' }, threads: { type: 'string' } },
});

async function replay(): Promise<void> {
  if ((file === undefined) === (values.generate === undefined) || (values.generate !== undefined && values.events !== undefined)) throw new Error(`Give a log, or --generate.\n\n${USAGE}`);
  const most = values.generate !== undefined ? readCount(values.generate, { name: '--generate' }) : values.events !== undefined ? readCount(values.events, { name: '--events' }) : Infinity;
  const threads = values.threads === undefined ? availableParallelism() : readCount(values.threads, { name: '--threads', most: MOST_THREADS });
  const config = loadConfig(values.config);
  const bar = values.generate ? createBar(most, 'events') : createBar(sizeOf(file!), 'bytes');
  const passedOver: number[] = [];
  const { sessions, visits, events, counts, times, close, wallMs, processorMs } = await playLog({
    config, threads, most,
    sessions: values.generate ? generateLog(most) : readLog(file!, bar.step, (line) => passedOver.push(line)),
    step: values.generate ? bar.step : () => undefined,
  });
  bar.end();
  const first = values.generate !== undefined && values.config === undefined
    ? await playLog({ config: loadConfig(undefined, FIRST_RECIPES), threads, most, sessions: generateLog(most), step: () => undefined }) : undefined;
  const number = (n: number): string => Math.round(n).toLocaleString('en-US');
  const rate = (ms: number): string => number(events / ms * 1_000);
  console.log(`${number(sessions)} sessions played: ${number(visits)} visits, ${number(events)} events`);
  if (passedOver.length) console.log(`${number(passedOver.length)} lines say nothing that can be read and were passed over; the first of them is line ${passedOver[0]}.`);
  console.log(`${rate(wallMs)} events a second by the clock (${(wallMs / 1_000).toFixed(2)} s for ${values.generate ? 'generating' : 'reading'}, playing and adding up, on ${threads} thread${threads > 1 ? 's' : ''}); ${rate(processorMs)} in a second of processor time`);
  if (first) console.log(`With the first ${FIRST_RECIPES.length} recipes alone (${FIRST_RECIPES.join(', ')}): ${number(first.events / first.wallMs * 1_000)} by the clock, ${number(first.events / first.processorMs * 1_000)} in a second of processor time. Wanted of a million: 300,000 by the clock, on two idle cores.`);
  printGates(counts, times, visits);
  if (close > 0) console.log(`\nTimes are seconds into the visit, of the first ${number(close)} sessions in which a trigger fired. “shown” is a message that would have been.\nA log tells of neither checkout pages nor forms nor the pointer: what waits for those stays silent.`);
}

await replay().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 2;
});
