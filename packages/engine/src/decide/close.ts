import type { Core } from '../memory.ts';

/** Closes opportunities that nobody took until `at`. */
export function close(core: Core, at: number): void {
  const { open } = core;
  for (const id in open) {
    if (open[id]!.until > at) continue;
    core.stages.shut(core, id);
    delete open[id];
  }
}
