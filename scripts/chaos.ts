/**
 * `npm run chaos -- [--sessions 5000]`: visitors in real tabs against the real Worker, while a tab is killed every 2.5 s, the Worker every
 * 5 s, and 30 % of what is sent fails, half of it after the Worker committed. Prints what became of each summary.
 */
import { playChaos } from '../tests/lifecycle/chaos/playChaos.ts';
import { createBar } from './cli/createBar.ts';
import { readArguments } from './cli/readArguments.mjs';
import { readCount } from './cli/readCount.mjs';

const MOST = 1_000_000;
const USAGE = `npm run chaos -- [--sessions 5000] [--faults 30] [--profiles 8] [--tabs 2]   sessions 1 to ${MOST}; faults in percent`;
const { values } = readArguments({
  usage: USAGE, most: 0,
  options: { sessions: { type: 'string', default: '5000' }, faults: { type: 'string', default: '30' }, profiles: { type: 'string', default: '8' }, tabs: { type: 'string', default: '2' } },
});

async function chaos(): Promise<void> {
  const sessions = readCount(values.sessions, { name: '--sessions', most: MOST });
  const options = {
    sessions, faults: readCount(values.faults, { name: '--faults', least: 0, most: 100 }) / 100,
    profiles: readCount(values.profiles, { name: '--profiles', most: 16 }), tabs: readCount(values.tabs, { name: '--tabs', most: 16 }),
  };
  const bar = createBar(sessions, 'sessions');
  let told = 0;
  const { network, differences, dropped, ...played } = await playChaos({
    ...options,
    step(now) {
      bar.step(Math.min(now, sessions) - told);
      told = Math.min(now, sessions);
    },
  });
  bar.end();
  const number = (n: number): string => n.toLocaleString('en-US');
  console.log(`${number(played.sessions)} sessions in ${number(played.created)} parts, ${played.seconds} s; killed: ${played.tabKills} tabs, ${played.workerKills} Workers`);
  console.log(`${number(network.requests)} requests for intake: ${network.before} failed before the Worker, ${network.after} after it committed, ${network.down} found it down, ${network.replayed} came twice`);
  console.log(`created ${number(played.created)} = stored ${number(played.stored)} + kept ${number(played.kept)} + dropped ${JSON.stringify(dropped)} + killed before it was committed ${number(played.cut)}`);
  const wrong = { lost: played.lost, 'taken back': played.fell, doubled: played.doubled, invented: played.invented, altered: played.altered, unaccounted: played.unaccounted, 'rollups that differ from a recount': differences.length };
  for (const [name, n] of Object.entries(wrong)) console.log(`${name.padEnd(36)}${n}`);
  for (const fault of played.faults) console.log(fault);
  if (Object.values(wrong).some((n) => n > 0)) process.exitCode = 1;
}

await chaos().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 2;
});
