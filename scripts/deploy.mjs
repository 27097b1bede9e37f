/** `npm run deploy`: builds, lays the releases of before beside it, applies the migrations, deploys. In that order: what is missing stops it before anything has changed. */
import { readFileSync } from 'node:fs';
import { readArguments } from './cli/readArguments.mjs';
import { layReleases } from './releases/layReleases.mjs';
import { readReleases } from './releases/readReleases.mjs';
import { run } from './setup/run.mjs';

readArguments({ usage: 'npm run deploy   takes no arguments.', most: 0 });
try {
  await run('npm', ['run', '--silent', 'build']);
  const { version } = JSON.parse(readFileSync('packages/sdk/package.json', 'utf8'));
  const laid = await layReleases({ releases: readReleases(), assets: 'packages/collector/assets', current: version, now: Date.now() });
  console.log(`Releases beside ${version}: ${laid.join(', ') || 'none'}`);
  await run('wrangler', ['d1', 'migrations', 'apply', 'DB', '--remote']);
  await run('wrangler', ['deploy']);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
