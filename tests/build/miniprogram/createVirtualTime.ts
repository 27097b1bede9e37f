/** Timers and a clock that stand still until they are told to go on. */
export interface VirtualTime {
  now(): number;
  setTimeout(run: () => void, delay: number): number;
  clearTimeout(id: number): void;
  /** Lets time pass, timer by timer; after each, `settled` is waited for. */
  pass(ms: number, settled: () => Promise<void>): Promise<void>;
}

export function createVirtualTime(start: number): VirtualTime {
  let time = start, latest = 0;
  const timers = new Map<number, { readonly at: number; readonly run: () => void }>();
  return {
    now: () => time,
    setTimeout(run, delay) {
      timers.set(++latest, { at: time + Math.max(0, delay), run });
      return latest;
    },
    clearTimeout: (id) => void timers.delete(id),
    async pass(ms, settled) {
      const end = time + ms;
      await settled();
      for (;;) {
        const [next] = [...timers].filter(([, { at }]) => at <= end).sort(([one, { at }], [other, { at: then }]) => at - then || one - other);
        if (!next) break;
        timers.delete(next[0]);
        time = Math.max(time, next[1].at);
        next[1].run();
        await settled();
      }
      time = end;
    },
  };
}
