/**
 * `npm test`: sets up, builds, then runs every room of tests in order and prints one total.
 * `npm test -- unit cases` runs only the rooms named.
 */
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { setup } from './setup.mjs';
import { run } from './setup/run.mjs';

/** Cheap first: what fails early is told early. */
const ROOMS = ['types', 'unit', 'cases', 'build', 'worker', 'browser', 'lifecycle'];
const REPORTS = '.tactful/test';

/** What one room's report says; a file that could not even be loaded is a failure too. */
async function count(room) {
  const file = `${REPORTS}/${room}.json`;
  if (!existsSync(file)) return { passed: 0, failed: 1 };
  const report = JSON.parse(await readFile(file, 'utf8'));
  const unloaded = report.testResults.filter(({ status, assertionResults }) => status === 'failed' && !assertionResults.some((one) => one.status === 'failed')).length;
  return { passed: report.numPassedTests, failed: report.numFailedTests + unloaded };
}

async function runRoom(room) {
  const started = Date.now();
  const ended = await run('vitest', ['run', '--config', 'tests/vitest.config.ts', '--project', room, '--silent=passed-only', '--reporter=dot', '--reporter=json', `--outputFile.json=${REPORTS}/${room}.json`])
    .then(() => true, () => false);
  const { passed, failed } = await count(room);
  // A run that fails without a failed test (an unhandled error) is not passed over in silence.
  const counted = { room, passed, failed: !ended && failed === 0 ? 1 : failed, seconds: Math.round((Date.now() - started) / 1000) };
  console.log(`${room}: ${counted.passed} passed, ${counted.failed} failed (${counted.seconds} s)`);
  return counted;
}

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const named = process.argv.slice(2);
const unknown = named.filter((room) => !ROOMS.includes(room));
if (unknown.length > 0) {
  console.error(`There is no room ${unknown.join(', ')}; the rooms are ${ROOMS.join(', ')}.`);
  process.exit(2);
}
await rm(REPORTS, { recursive: true, force: true });
await mkdir(REPORTS, { recursive: true });
const results = [];
try {
  await setup({ chromium: true });
  await run('npm', ['run', '--silent', 'build']);
  for (const room of ROOMS) if (named.length === 0 || named.includes(room)) results.push(await runRoom(room));
} catch (error) {
  console.error(error.message);
  results.push({ room: 'set-up and build', passed: 0, failed: 1, seconds: 0 });
}
const sum = (field) => results.reduce((total, one) => total + one[field], 0);
const total = { passed: sum('passed'), failed: sum('failed') };
await writeFile(`${REPORTS}/total.json`, JSON.stringify(total));
console.log(`\n${results.map(({ room, passed, failed, seconds }) => `${room.padEnd(18)}${String(passed).padStart(6)} passed ${String(failed).padStart(4)} failed ${String(seconds).padStart(5)} s`).join('\n')}`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
