import { existsSync, readFileSync } from 'node:fs';

/** What this machine itself goes by. */
const HERE = ['localhost', '127.0.0.1', '[::1]'];

/**
 * The deploy token for a Worker: `DEPLOY_TOKEN`, or, of a Worker on this machine alone, what `file` keeps for it; no other is told that.
 * @throws Error where there is none.
 */
export function readToken(host, { file = '.dev.vars', given = process.env['DEPLOY_TOKEN'] } = {}) {
  if (given) return given;
  const kept = HERE.includes(new URL(host).hostname) && existsSync(file) && /^DEPLOY_TOKEN\s*=\s*"?([^"\r\n]+)"?/m.exec(readFileSync(file, 'utf8'))?.[1];
  if (!kept) throw new Error(`Set DEPLOY_TOKEN to the deploy token of the Worker at ${host}.`);
  return kept;
}
