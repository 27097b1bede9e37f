import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** What the compiler says of a project; nothing when it is content. */
function compile(...args: string[]): string {
  try {
    return execFileSync('node_modules/.bin/tsc', args, { cwd: ROOT, encoding: 'utf8' });
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
}

it('compiles every package', () => {
  expect(compile('-b')).toBe('');
});

it('takes what users may write and refuses what they may not', () => {
  expect(compile('-p', 'tests/types')).toBe('');
});

it('compiles the SaaS example against the published declarations', () => {
  expect(compile('-p', 'examples/saas')).toBe('');
});

it('compiles the mini-program’s adapter, which knows nothing of a browser', () => {
  expect(compile('-p', 'examples/miniprogram')).toBe('');
});
