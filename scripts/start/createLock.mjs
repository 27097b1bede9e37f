import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { readStart } from './readStart.mjs';

const FILE = '.tactful/running.json';

/**
 * Says who serves this clone, and at which port: two would write the same data and each change the other's demo origins.
 * It counts as long as one of its processes lives (the command, what serves, the Worker); what a crash left behind does not.
 */
export function createLock({ file = FILE, pid = process.pid, startOf = readStart } = {}) {
  /** `{ port, holders: [{ pid, start }] }` with the holders that live, or undefined. */
  const read = () => {
    let kept;
    try { kept = JSON.parse(readFileSync(file, 'utf8')); } catch { return undefined; }
    const holders = Array.isArray(kept?.holders) ? kept.holders.filter(({ pid: id, start }) => start !== undefined && startOf(id) === start) : [];
    return holders.length > 0 ? { port: kept.port, holders } : undefined;
  };
  const holder = (id) => ({ pid: id, start: startOf(id) });
  const write = (running) => {
    // Nobody reads half a file.
    writeFileSync(`${file}.${pid}`, JSON.stringify(running));
    renameSync(`${file}.${pid}`, file);
  };
  return {
    read,
    /** @throws Error that names the address of the one that runs. */
    take(port) {
      const running = read();
      if (running) {
        const { pid: first } = running.holders[0];
        throw new Error(`This clone is served already, at http://localhost:${running.port} (process ${first}). Use that (PORT=${running.port}), or end it first: Ctrl-C where it runs, or kill ${first}.`);
      }
      mkdirSync(dirname(file), { recursive: true });
      rmSync(file, { force: true });
      try {
        writeFileSync(file, JSON.stringify({ port, holders: [holder(pid)] }), { flag: 'wx' });
      } catch (error) {
        throw error.code === 'EEXIST' ? new Error('This clone is being started by another npm start this very moment.') : error;
      }
    },
    /** Another process of the same run holds it too. */
    join(id = pid) {
      const running = read();
      if (running) write({ ...running, holders: [...running.holders, holder(id)] });
    },
    /** This process holds it no longer; it goes with the last. */
    leave() {
      const running = read();
      const holders = running?.holders.filter((one) => one.pid !== pid) ?? [];
      if (!running || holders.length === running.holders.length) return;
      if (holders.length === 0) rmSync(file, { force: true });
      else write({ ...running, holders });
    },
  };
}
