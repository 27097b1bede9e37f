import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const FILE = '.dev.vars';
const NAMES = ['DEPLOY_TOKEN', 'SESSION_SECRET'];

/** The Worker's secrets on this machine: drawn once, kept in `.dev.vars` (never committed), where wrangler and the CLI look. */
export function keepSecrets() {
  const kept = existsSync(FILE) ? readFileSync(FILE, 'utf8') : '';
  const secrets = Object.fromEntries(NAMES.map((name) => [name, new RegExp(`^${name}\\s*=\\s*"?([^"\\r\\n]+)"?`, 'm').exec(kept)?.[1]]));
  const missing = NAMES.filter((name) => !secrets[name]);
  for (const name of missing) secrets[name] = randomBytes(32).toString('base64url');
  if (missing.length > 0) {
    const added = missing.map((name) => `${name}="${secrets[name]}"\n`).join('');
    writeFileSync(FILE, `${kept}${kept && !kept.endsWith('\n') ? '\n' : ''}${added}`, { mode: 0o600 });
  }
  return secrets;
}
