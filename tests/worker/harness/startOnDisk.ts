import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { DEPLOY_TOKEN, SESSION_SECRET } from './startWorker.ts';

const ENV = { ...process.env, CLOUDFLARE_CF_FETCH_ENABLED: 'false', WRANGLER_SEND_METRICS: 'false', CI: '1' };
const SECRETS = `DEPLOY_TOKEN=${DEPLOY_TOKEN}\nSESSION_SECRET=${SESSION_SECRET}\n`;
/** By this very Node, whatever `node` the PATH has. */
const WRANGLER = 'node_modules/wrangler/bin/wrangler.js';

export interface OnDisk {
  readonly origin: string;
  fetch(path: string, init?: RequestInit): Promise<Response>;
  /** Ends wrangler and workerd at once, without a chance to write anything more. */
  kill(): Promise<void>;
  /** Kills the workerd that runs the Worker, and it alone: wrangler starts another on the same data. @returns its process id; nothing while there is none */
  killWorker(): number | undefined;
}

/** The process of a group that runs the Worker itself, as Linux tells it; wrangler has a second workerd in front, which no debugger asks. */
const workerOf = (group: number): number | undefined => readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map(Number).find((pid) => {
  try {
    // Behind the command's name, which may hold anything: state, parent, group.
    const [, , its] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ');
    return Number(its) === group && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('--debug-port');
  } catch {
    // It has ended meanwhile.
    return false;
  }
});

const freePort = (): Promise<number> => new Promise((resolve) => {
  const server = createServer().listen(0, '127.0.0.1', () => {
    const address = server.address();
    server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
  });
});

const ended = (child: ReturnType<typeof spawn>): Promise<void> => new Promise((resolve) => { child.once('exit', () => resolve()); });

/** Starts the Worker as `wrangler dev` does, with its data under `folder`, so that it can be killed and started again; `vars` stand for those of wrangler.toml, or of another `config`. */
export async function startOnDisk(folder: string, vars: Readonly<Record<string, string>> = {}, config = 'wrangler.toml'): Promise<OnDisk> {
  mkdirSync('packages/collector/assets', { recursive: true });
  const envFile = join(folder, 'secrets.env');
  writeFileSync(envFile, SECRETS);
  const state = join(folder, 'state');
  const migrate = spawn(process.execPath, [WRANGLER, 'd1', 'migrations', 'apply', 'DB', '--local', '--config', config, '--persist-to', state], { env: ENV, stdio: 'ignore' });
  await ended(migrate);
  const port = await freePort();
  const args = [WRANGLER, 'dev', '--config', config, '--ip', '127.0.0.1', '--port', String(port), '--inspector-port', '0', '--persist-to', state, '--env-file', envFile, '--show-interactive-dev-session=false', ...Object.entries(vars).flatMap(([name, value]) => ['--var', `${name}:${value}`])];
  const child = spawn(process.execPath, args, { env: ENV, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  const origin = `http://127.0.0.1:${port}`;
  await new Promise<void>((resolve, reject) => {
    let said = '';
    const listen = (chunk: Buffer): void => {
      said += String(chunk);
      if (/Ready on/.test(said)) resolve();
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('exit', (code) => reject(new Error(`wrangler dev ended with ${code}\n${said}`)));
  });
  // Whatever becomes of the test, nothing is left running.
  process.once('exit', () => { if (child.exitCode === null && child.signalCode === null) process.kill(-(child.pid as number), 'SIGKILL'); });
  return {
    origin,
    fetch: (path, init) => fetch(origin + path, init),
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = ended(child);
      // The group: workerd is wrangler's child.
      process.kill(-(child.pid as number), 'SIGKILL');
      await gone;
    },
    killWorker() {
      const pid = workerOf(child.pid as number);
      try {
        if (pid !== undefined) process.kill(pid, 'SIGKILL');
        return pid;
      } catch {
        // It ended between the look and the kill.
        return undefined;
      }
    },
  };
}
