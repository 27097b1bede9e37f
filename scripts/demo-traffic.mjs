/**
 * `npm run demo:traffic -- 500`: that many visitors come to the demo shop, each in a Chromium profile of their own with the real
 * SDK, and what the real intake stored is counted. Uses what `npm start` serves at PORT, or serves it meanwhile.
 */
import { execFileSync, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { setTimeout as delay } from 'node:timers/promises';
import { chromium } from 'playwright-core';
import { callCollector } from './cli/callCollector.mjs';
import { readArguments } from './cli/readArguments.mjs';
import { readCount } from './cli/readCount.mjs';
import { BEHAVIORS, WEIGHTS } from './demo-traffic/behaviors.mjs';
import { createProgress } from './demo-traffic/createProgress.mjs';
import { drawDice } from './demo-traffic/drawDice.mjs';
import { openVisitor } from './demo-traffic/openVisitor.mjs';
import { findChromium } from './setup/findChromium.mjs';
import { environment } from './setup/run.mjs';
import { createLock } from './start/createLock.mjs';
import { readPorts } from './start/ports.mjs';

const MOST = 5_000;
const MOST_PAGES = 16;
const MOST_SEED = 1_000_000;
const PATIENCE_MS = 300_000;
const DESKTOP = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/{version}.0.0.0 Safari/537.36';
const USAGE = `npm run demo:traffic -- [N] [--pages 3] [--seed 1]   N visitors, 1 to ${MOST}; default 100`;

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const { positionals: [wanted = '100'], values } = readArguments({ usage: USAGE, most: 1, options: { pages: { type: 'string', default: '3' }, seed: { type: 'string', default: '1' } } });
const misuse = (message) => {
  console.error(message);
  process.exit(2);
};
const read = () => {
  try {
    return {
      total: readCount(wanted, { name: 'N', most: MOST }), pages: readCount(values.pages, { name: '--pages', most: MOST_PAGES }),
      seed: readCount(values.seed, { name: '--seed', least: 0, most: MOST_SEED }), ports: readPorts(),
    };
  } catch (error) {
    return misuse(`${error.message}\n\n${USAGE}`);
  }
};
const { total, pages, seed, ports } = read();
const host = `http://localhost:${ports.worker}`;
const origin = `http://localhost:${ports.shop}`;
const answers = async (url) => (await fetch(url).catch(() => undefined))?.ok === true;

/** Serves Worker and shop for as long as this takes, unless they are served already. */
async function serve() {
  if ((await answers(`${host}/v1/health`)) && (await answers(origin))) return () => undefined;
  // Another port of this clone holds the same data; a second one is not started beside it.
  const running = createLock().read();
  if (running) throw new Error(`This clone is served already, at http://localhost:${running.port}, or about to be. Use that: PORT=${running.port} npm run demo:traffic -- ${total}`);
  console.log('Nothing is served yet; starting it for this run …');
  const child = spawn('node', ['scripts/start.mjs'], { env: environment(), stdio: ['ignore', 'ignore', 'inherit'] });
  const ended = new Promise((done) => child.once('exit', done));
  const until = Date.now() + PATIENCE_MS;
  while (!(await answers(origin))) {
    if (child.exitCode !== null || Date.now() > until) throw new Error('The demo could not be started.');
    await delay(250);
  }
  return async () => { child.kill('SIGINT'); await ended; };
}

const rows = async () => (await callCollector('/v1/admin/sites/demo/overview', { host })).today;

async function drive(browser) {
  const met = { driven: 0, granted: 0, failed: 0, behaviors: {}, reasons: new Map() };
  const progress = createProgress({ total });
  let next = 0;
  const visit = async () => {
    for (let index = next++; index < total; index = next++) {
      const dice = drawDice(seed * 1_000_003 + index);
      const behavior = dice.pick(WEIGHTS);
      const visitor = await openVisitor({ browser, origin, dice });
      try {
        await BEHAVIORS[behavior](visitor);
        await visitor.leave();
        met.driven++;
        if (visitor.consent === 'granted') met.granted++;
        met.behaviors[behavior] = (met.behaviors[behavior] ?? 0) + 1;
      } catch (error) {
        met.failed++;
        const reason = `${behavior}: ${error.message.split('\n')[0]}`;
        met.reasons.set(reason, (met.reasons.get(reason) ?? 0) + 1);
        await visitor.abandon();
      }
      progress(met.driven + met.failed, behavior);
    }
  };
  await Promise.all(Array.from({ length: pages }, visit));
  return met;
}

const executablePath = findChromium() ?? misuse('Chromium is not installed; npm run setup -- --chromium does it.');
const userAgent = DESKTOP.replace('{version}', /\d+/.exec(execFileSync(executablePath, ['--version'], { encoding: 'utf8' }))[0]);
const stop = await serve().catch((error) => misuse(error.message));
const browser = await chromium.launch({
  executablePath,
  // The visitors stand for people: a browser that says it is driven, or has no window, is counted as a bot, and left out of every figure. Said to
  // the browser, not to each page: what a page sends as it closes would else go out under the browser's own name.
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-quic', '--no-first-run', '--disable-blink-features=AutomationControlled', `--user-agent=${userAgent}`],
});
try {
  const before = await rows();
  const started = Date.now();
  const met = await drive(browser);
  const after = await rows();
  const seconds = ((Date.now() - started) / 1000).toFixed(0);
  console.log(`${met.driven} sessions driven in ${seconds} s (${Object.entries(met.behaviors).map(([name, count]) => `${name} ${count}`).join(', ')}), ${met.granted} with consent, ${met.failed} failed`);
  for (const [reason, count] of met.reasons) console.log(`  ${count} × ${reason}`);
  console.log(`${after.sessions - before.sessions} session rows stored, ${after.exposures - before.exposures} messages seen, ${after.goals - before.goals} goals (by the admin interface, before and after)`);
  const bots = after.bots - before.bots;
  if (bots > 0) console.log(`${bots} of them taken as bots, which no figure counts: this browser says that no person drives it`);
  process.exitCode = met.failed === 0 && bots === 0 ? 0 : 1;
} finally {
  await browser.close();
  await stop();
}
