/** `npm run releases`: which releases of the page's files a deployment serves beside its own version, and until when; `add` writes one into the list. */
import { writeFileSync } from 'node:fs';
import { assertSame } from './releases/assertSame.mjs';
import { fetchRelease, NAME } from './releases/fetchRelease.mjs';
import { LIST, readReleases } from './releases/readReleases.mjs';
import { withEnds } from './releases/withEnds.mjs';
import { requireBuilt } from './build/requireBuilt.mjs';
import { readArguments } from './cli/readArguments.mjs';

const USAGE = `npm run releases                  the releases that are served, and until when
npm run releases -- add VERSION   after it was published: brings it, compares it with what was built here, writes it into packages/sdk/releases.json`;
const { positionals: [command, version] } = readArguments({ usage: USAGE, most: 2 });
const day = (at) => new Date(at).toISOString().slice(0, 10);

async function add() {
  const releases = readReleases();
  if (releases.some((release) => release.version === version)) throw new Error(`${version} is in the list already.`);
  requireBuilt([`packages/collector/assets/v/${version}/tactful.js`]);
  const { integrity, files } = await fetchRelease({ spec: `${NAME}@${version}`, version });
  await assertSame({ assets: 'packages/collector/assets', version, files });
  const text = `${JSON.stringify([...releases, { version, date: day(Date.now()), integrity }], null, 2)}\n`;
  readReleases(text);
  writeFileSync(LIST, text);
  return `${version}: ${integrity}`;
}

function tell() {
  const lines = withEnds(readReleases()).map((release) => `${release.version}\t${release.date}\t${release.until === Infinity ? 'the newest' : `${Date.now() < release.until ? 'served until' : 'no longer served since'} ${day(release.until)}`}`);
  return lines.join('\n') || 'no release yet';
}

if (command !== undefined && (command !== 'add' || version === undefined)) {
  console.error(USAGE);
  process.exitCode = 2;
} else {
  try {
    console.log(command ? await add() : tell());
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
