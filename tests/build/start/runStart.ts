import { spawn } from 'node:child_process';
import { join } from 'node:path';

export interface Started {
  readonly pid: number;
  /** Everything printed so far. */
  output(): string;
  /** Resolves with the printed text once it holds this; rejects when the command ends before. */
  printed(text: string): Promise<string>;
  /** Resolves with the exit code. */
  readonly ended: Promise<number | null>;
  /** As Ctrl-C does: the signal goes to the whole group in the foreground. */
  interrupt(): Promise<number | null>;
}

/** What `npm start -- …args` runs, in the foreground of a terminal of its own. */
export function runStart(tree: string, port: number, ...args: string[]): Started {
  const { NODE_OPTIONS: _options, VITEST: _vitest, NODE_ENV: _env, ...env } = process.env;
  const child = spawn(process.execPath, [join(tree, 'scripts/start.mjs'), ...args], { cwd: tree, detached: true, env: { ...env, PORT: String(port) }, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  const ended = new Promise<number | null>((done) => child.once('close', done));
  const printed = (text: string): Promise<string> => new Promise((done, fail) => {
    const look = (): void => { if (output.includes(text)) done(output); };
    child.stdout.on('data', look);
    void ended.then((code) => fail(new Error(`It ended with ${code} before "${text}" was printed:\n${output}`)));
    look();
  });
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => { output += part.toString(); });
  return {
    pid: child.pid!, output: () => output, printed, ended,
    interrupt() {
      process.kill(-child.pid!, 'SIGINT');
      return ended;
    },
  };
}
