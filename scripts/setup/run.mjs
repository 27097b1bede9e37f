import { spawn } from 'node:child_process';
import { delimiter, resolve } from 'node:path';

/** The environment of every command after set-up: Node 24 and the installed tools come first, nothing looks outside, and wrangler means the top of its file unless it is told `--env`. */
export const environment = () => ({
  ...process.env,
  PATH: [resolve('node_modules/.bin'), process.env.PATH].join(delimiter),
  CLOUDFLARE_CF_FETCH_ENABLED: 'false',
  CLOUDFLARE_ENV: '',
  WRANGLER_SEND_METRICS: 'false',
  DO_NOT_TRACK: '1',
});

/** Runs a command to its end with its output shown; rejects when it fails. */
export function run(command, args, { cwd, env = environment(), stdio = 'inherit' } = {}) {
  return new Promise((done, fail) => {
    const child = spawn(command, args, { cwd, env, stdio });
    child.once('error', (error) => fail(new Error(`${command} could not be started: ${error.message}`)));
    child.once('exit', (code, signal) => (code === 0 ? done() : fail(new Error(`${command} ${args.join(' ')} ended with ${signal ?? code}`))));
  });
}
