import { spawn } from 'node:child_process';

export interface Ran { readonly code: number | null; readonly out: string; readonly err: string }

/** Runs a command of the repository (`scripts/<name>.mjs`) to its end. */
export const runScript = (name: string, args: readonly string[], env: Record<string, string>): Promise<Ran> => new Promise((resolve) => {
  const child = spawn(process.execPath, [`scripts/${name}.mjs`, ...args], { env: { ...process.env, ...env } });
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk) => { out += chunk; });
  child.stderr.on('data', (chunk) => { err += chunk; });
  child.on('close', (code) => resolve({ code, out, err }));
});
