/**
 * `npm run abuse -- FOLDER`: sends a JSON test suite, naughty strings and XSS payloads to every route that reads a body, in bodies,
 * addresses and names, and says what was answered (promise 11, the edge's side). FOLDER holds the lists; the repository has no copy.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { playAbuse } from '../tests/worker/abuse/playAbuse.ts';
import { callAdmin } from '../tests/worker/harness/callAdmin.ts';
import { makeSite } from '../tests/worker/harness/makeSite.ts';
import { STALL } from '../tests/worker/harness/STALL.ts';
import { startOnDisk } from '../tests/worker/harness/startOnDisk.ts';
import { createBar } from './cli/createBar.ts';
import { openArchive } from './cli/openArchive.ts';
import { readArguments } from './cli/readArguments.mjs';
import { readCount } from './cli/readCount.mjs';

const USAGE = 'npm run abuse -- FOLDER [--at-once 16]   with adv_JSONTestSuite_tests.tar.xz, adv_blns.json.gz and adv_xss_half.txt.gz';
const { values, positionals: [folder] } = readArguments({ usage: USAGE, most: 1, options: { 'at-once': { type: 'string', default: '16' } } });

async function abuse(): Promise<void> {
  if (folder === undefined) throw new Error(USAGE);
  const atOnce = readCount(values['at-once'], { name: '--at-once', most: 256 });
  const bodies = await openArchive(join(folder, 'adv_JSONTestSuite_tests.tar.xz'), '.json', async (files) => files.map(({ path }) => readFileSync(path)));
  const read = (file: string): string => gunzipSync(readFileSync(join(folder, file))).toString();
  const texts = [...JSON.parse(read('adv_blns.json.gz')) as string[], ...read('adv_xss_half.txt.gz').split('\n').filter(Boolean)];
  const data = mkdtempSync(join(tmpdir(), 'tactful-abuse-'));
  const worker = await startOnDisk(data);
  try {
    const site = await makeSite(worker, { id: 'abuse', source: STALL });
    const bar = createBar(9 * (bodies.length + texts.length) + 8 * texts.length, 'requests');
    const { requests, statuses, broken } = await playAbuse(worker, site, { bodies, texts, atOnce, step: () => bar.step(1) });
    bar.end();
    const { differences } = await (await callAdmin(worker, 'sites/abuse/recount')).json() as { differences: readonly unknown[] };
    console.log(`${requests.toLocaleString('en-US')} requests with ${bodies.length} bodies and ${texts.length.toLocaleString('en-US')} texts; by status: ${JSON.stringify(statuses)}`);
    console.log(`broken answers                       ${broken.length}`);
    console.log(`rollups that differ from a recount   ${differences.length}`);
    for (const one of broken.slice(0, 20)) console.log(JSON.stringify(one));
    if (broken.length + differences.length > 0) process.exitCode = 1;
  } finally {
    await worker.kill();
    rmSync(data, { recursive: true, force: true });
  }
}

await abuse().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 2;
});
