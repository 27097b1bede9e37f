/** `npm run deploy`: builds, lays the releases of before beside it, applies the migrations, deploys. In that order: what is missing stops it before anything has changed. */
import { readFileSync } from 'node:fs';
import { readArguments } from './cli/readArguments.mjs';
import { readTarget } from './deploy/readTarget.mjs';
import { layReleases } from './releases/layReleases.mjs';
import { readReleases } from './releases/readReleases.mjs';
import { run } from './setup/run.mjs';

const USAGE = `npm run deploy                    to production: the top of wrangler.toml
npm run deploy -- --env staging   to an environment of that file, with its own database, objects, variables and secrets`;
const { values: { env = '' } } = readArguments({ usage: USAGE, most: 0, options: { env: { type: 'string' } } });
try {
  const { name } = readTarget({ env });
  await run('npm', ['run', '--silent', 'build']);
  const { version } = JSON.parse(readFileSync('packages/sdk/package.json', 'utf8'));
  const laid = await layReleases({ releases: readReleases(), assets: 'packages/collector/assets', current: version, now: Date.now() });
  console.log(`${name} ${version}, and releases of before: ${laid.join(', ') || 'none'}`);
  await run('wrangler', ['d1', 'migrations', 'apply', 'DB', '--remote', `--env=${env}`]);
  await run('wrangler', ['deploy', `--env=${env}`]);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
