import { existsSync } from 'node:fs';
import { createLock } from '../start/createLock.mjs';
import { keepSecrets } from '../start/keepSecrets.mjs';
import { findPort, readPorts } from '../start/ports.mjs';
import { STATE, startWorker } from '../start/startWorker.mjs';

const KILLED = { SIGINT: 130, SIGTERM: 143 };

/**
 * A Worker to ask: the one that is named, the one that `npm start` serves, or, while it does not run, one of our own on the data that
 * it keeps, until `close()`. Resolves to `{ host, close }`; without a host where there is nothing of the three.
 */
export async function openHost(given) {
  const close = async () => undefined;
  if (given !== undefined || process.env.TACTFUL_HOST) return { host: given, close };
  const lock = createLock();
  const port = process.env.PORT ? readPorts().worker : lock.read()?.port ?? readPorts().worker;
  const host = `http://localhost:${port}`;
  const answers = (await fetch(`http://127.0.0.1:${port}/v1/health`).catch(() => undefined))?.ok === true;
  if (answers || lock.read() || !existsSync(STATE)) return { host, close };
  return serve(lock);
}

async function serve(lock) {
  const port = await findPort();
  lock.take(port);
  let group;
  // wrangler is a group of its own, which Ctrl-C here does not reach.
  const end = (signal) => {
    if (group !== undefined) process.kill(-group, 'SIGTERM');
    lock.leave();
    process.exit(KILLED[signal]);
  };
  for (const signal of Object.keys(KILLED)) process.once(signal, end);
  try {
    process.env.DEPLOY_TOKEN = keepSecrets().DEPLOY_TOKEN;
    const { host, stop } = await startWorker({ port, started(pid) { group = pid; lock.join(pid); } });
    return {
      host,
      async close() {
        await stop();
        lock.leave();
        for (const signal of Object.keys(KILLED)) process.off(signal, end);
      },
    };
  } catch (error) {
    lock.leave();
    throw error;
  }
}
