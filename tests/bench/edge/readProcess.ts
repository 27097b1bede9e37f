import { readdirSync, readFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';

/** Behind the command's name, which may hold anything: state, parent, group and so on (proc_pid_stat(5)). */
const statOf = (pid: number): readonly string[] => readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ');
const PARENT = 1, USER = 11, SYSTEM = 12, PAGES = 21;
const read = (name: string): number => Number(spawnSync('getconf', [name], { encoding: 'utf8' }).stdout);
const ticksPerSecond = read('CLK_TCK'), pageBytes = read('PAGESIZE');

/** The one workerd that this process started. Linux alone tells. */
export function findWorkerd(): number {
  const found = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map(Number).filter((pid) => {
    try {
      return Number(statOf(pid)[PARENT]) === process.pid && readFileSync(`/proc/${pid}/comm`, 'utf8').startsWith('workerd');
    } catch {
      // It has ended meanwhile.
      return false;
    }
  });
  if (found.length !== 1) throw new Error(`One workerd was to be started, there are ${found.length}.`);
  return found[0]!;
}

/** Processor time that a process has used, all its threads together: milliseconds, to the tick of 10. */
export const cpuMs = (pid: number): number => (Number(statOf(pid)[USER]) + Number(statOf(pid)[SYSTEM])) * 1_000 / ticksPerSecond;

/** Memory that a process holds: MiB. */
export const residentMib = (pid: number): number => Number(statOf(pid)[PAGES]) * pageBytes / 1_048_576;
