/**
 * `npm run bench:agents -- FOLDER`: how many crawlers' user agents the collector takes for programs, and how many browsers' by
 * mistake (goal 15). FOLDER holds the lists; the repository has no copy. The lists of crawlers are not the library's own.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Summary } from '@tactful/protocol';
import { markerOf } from '../packages/collector/src/intake/markerOf.ts';
import { printGoals } from './bench-intents/printGoals.ts';
import { readArguments } from './cli/readArguments.mjs';

const USAGE = 'npm run bench:agents -- FOLDER   with ua_crawler-user-agents.json.gz, ua_isbot_stephenafamo.json.gz and ua_isbot_browsers.yml.gz';
const { positionals: [folder] } = readArguments({ usage: USAGE, most: 1 });
const fail = (message: string): never => {
  console.error(message);
  process.exit(2);
};

function read(file: string): string {
  const path = join(folder ?? fail(USAGE), file);
  return existsSync(path) ? gunzipSync(readFileSync(path)).toString() : fail(`There is no file ${path}.`);
}

const crawlers = (JSON.parse(read('ua_crawler-user-agents.json.gz')) as { instances?: string[] }[]).flatMap(({ instances = [] }) => instances);
const others = JSON.parse(read('ua_isbot_stephenafamo.json.gz')) as string[];
const browsers = read('ua_isbot_browsers.yml.gz').split('\n').map((line) => /^\s+- (.+)$/.exec(line)?.[1]?.replace(/^(["'])(.*)\1$/, '$2')).filter((agent) => agent !== undefined);
const share = (agents: readonly string[]): number => agents.filter((agent) => markerOf(agent)({ bot: 0 } as Summary).bot === 1).length / agents.length;

console.log(`${crawlers.length} + ${others.length} user agents of crawlers, ${browsers.length} of browsers\n`);
const ok = printGoals([
  { what: 'found, crawler-user-agents', is: share(crawlers), goal: 0.99, bound: 0.97, better: 'more' },
  { what: 'found, stephenafamo', is: share(others), goal: 0.99, bound: 0.97, better: 'more' },
  { what: 'browsers taken for programs', is: share(browsers), goal: 0, bound: 0.002, better: 'less' },
]);
process.exitCode = ok ? 0 : 1;
