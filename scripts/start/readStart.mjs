import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** When a process began, in the system's own words: the same id begun at another time is another process. Undefined when there is none. */
export function readStart(pid) {
  try {
    // Not every Linux has `ps`. The name in parentheses may hold anything; the 20th field after it is the start, the first the state.
    if (!existsSync('/proc/self/stat')) return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim() || undefined;
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /s, '').split(' ');
    return fields[0] === 'Z' ? undefined : fields[19];
  } catch {
    // It ended.
    return undefined;
  }
}
