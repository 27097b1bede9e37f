import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { environment, run } from '../setup/run.mjs';

/** Where the Worker's data is kept between runs. */
export const STATE = '.tactful/state';
const LOG = '.tactful/worker.log';
const PATIENCE_MS = 60_000;

/** The end of the Worker's log, for when it does not come up. */
const lastWords = () => readFileSync(LOG, 'utf8').split('\n').slice(-20).join('\n');

/**
 * Starts the Worker in workerd with its data kept between runs, migrations applied first.
 * Resolves once it answers: `{ host, ended, stop }`; `ended` resolves when it stops of its own accord. `started` hears its process id.
 */
export async function startWorker({ port, started }) {
  mkdirSync('.tactful', { recursive: true });
  const env = { ...environment(), CI: '1', FORCE_COLOR: '0' };
  await run('wrangler', ['d1', 'migrations', 'apply', 'DB', '--local', '--persist-to', STATE], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  const child = spawn('wrangler', ['dev', '--ip', '127.0.0.1', '--port', String(port), '--inspector-port', '0', '--persist-to', STATE, '--show-interactive-dev-session=false'], {
    env, stdio: ['ignore', 'pipe', 'pipe'], detached: true,
  });
  started(child.pid);
  const log = createWriteStream(LOG);
  child.stdout.pipe(log);
  child.stderr.pipe(log);
  const ended = new Promise((done) => child.once('exit', done));
  const stop = async () => {
    // The group, as wrangler has workerd as a child of its own.
    if (child.exitCode === null && child.signalCode === null) process.kill(-child.pid, 'SIGTERM');
    await ended;
  };
  const host = `http://localhost:${port}`;
  const until = Date.now() + PATIENCE_MS;
  while (child.exitCode === null && child.signalCode === null && Date.now() < until) {
    const answer = await fetch(`http://127.0.0.1:${port}/v1/health`).catch(() => undefined);
    if (answer?.ok) return { host, ended, stop };
    await delay(150);
  }
  await stop();
  throw new Error(`The Worker did not come up. Its last words (${LOG}):\n${lastWords()}`);
}
