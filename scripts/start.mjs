/** `npm start`: sets up, builds, then serves the Worker, the shop, the SaaS example and the console until Ctrl-C. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { setup } from './setup.mjs';
import { environment, run } from './setup/run.mjs';
import { createLock } from './start/createLock.mjs';
import { assertFree, readPorts } from './start/ports.mjs';

const USAGE = 'npm start   takes no arguments. PORT=8787 npm start serves the Worker there, and the examples on the ports above it.';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const lock = createLock();
try {
  if (process.argv.length > 2) throw new Error(USAGE);
  const ports = readPorts();
  lock.take(ports.worker);
  await assertFree(ports);
  await setup();
  console.log('Building …');
  await run('npm', ['run', '--silent', 'build']);
  // From here on under Node 24: on a fresh clone this process may still be an older one.
  const served = spawn('node', ['scripts/start/serve.mjs'], { env: environment(), stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => served.kill(signal));
  // Ctrl-C reaches the whole group; a signal to npm alone ends npm and its shell, and nothing else is told.
  const parent = process.ppid;
  const watch = setInterval(() => { if (process.ppid !== parent) served.kill('SIGTERM'); }, 500);
  served.once('exit', (code) => {
    clearInterval(watch);
    lock.leave();
    process.exitCode = code ?? 1;
  });
} catch (error) {
  lock.leave();
  console.error(error.message);
  process.exitCode = 1;
}
