import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';

interface Process { readonly pid: number; readonly parent: number; readonly state: string }

/** Where the system has a folder for each process it is read there, as not every Linux has `ps`. */
function readProcesses(): Process[] {
  if (!existsSync('/proc/self/stat')) {
    return execFileSync('ps', ['-A', '-o', 'pid=,ppid=,stat='], { encoding: 'utf8' }).trim().split('\n').map((line) => {
      const [pid, parent, state] = line.trim().split(/\s+/);
      return { pid: Number(pid), parent: Number(parent), state: state! };
    });
  }
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name)).flatMap((pid) => {
    try {
      // The name in parentheses may hold anything.
      const [state, parent] = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /s, '').split(' ');
      return [{ pid: Number(pid), parent: Number(parent), state: state! }];
    } catch {
      // It ended meanwhile.
      return [];
    }
  });
}

/** The processes that came of one, by their ids. */
export function listChildren(of: number): number[] {
  const all = readProcesses();
  const under = (parent: number): number[] => all.filter((one) => one.parent === parent).flatMap(({ pid }) => [pid, ...under(pid)]);
  return under(of);
}

/** A process that ended and was not yet taken leave of counts as gone. */
export const isThere = (pid: number): boolean => readProcesses().some((one) => one.pid === pid && !one.state.startsWith('Z'));
