import type { EngineCore } from '@tactful/engine';
import { GATES, type DeviceConfig, type Gate } from '@tactful/protocol';

/** Gates behind the trigger, in order; the last one means exposed. */
export const STEPS = [...GATES.slice(GATES.indexOf('trigger')), 'shown'] as const;

/** What became of one campaign, in visits. */
export interface GateCount {
  /** Opportunities: how often the trigger fired. */
  fired: number;
  /** Visits in which, with the trigger fired, every gate up to this one was met. */
  readonly met: Record<string, number>;
  /** Opportunities that each gate stopped. */
  readonly stopped: Record<string, number>;
}
export type GateCounts = ReadonlyMap<string, GateCount>;

export interface GateCounter {
  readonly counts: GateCounts;
  /** Counts a finished visit. @returns true when a trigger fired in it. */
  visited(core: EngineCore): boolean;
}

export const noCounts = (config: DeviceConfig): GateCounts => new Map(config.campaigns.map(({ id }) => [id, { fired: 0, met: {}, stopped: {} }]));

/** Counts, from what the engine tallied, how far each campaign came in each visit. */
export function countGates(config: DeviceConfig): GateCounter {
  const counts = noCounts(config);
  return {
    counts,
    visited({ tally: { gates, exposures } }) {
      const shown: Record<string, number> = {};
      for (const { campaign } of exposures) shown[campaign] = (shown[campaign] ?? 0) + 1;
      const fired = new Set([...Object.keys(shown), ...Object.keys(gates)]);
      for (const id of fired) {
        const count = counts.get(id)!;
        const shut = Object.entries(gates[id] ?? {}) as [Gate, number][];
        const furthest = shown[id] ? STEPS.length : Math.max(...shut.map(([gate]) => STEPS.indexOf(gate)));
        for (const step of STEPS.slice(0, furthest)) count.met[step] = (count.met[step] ?? 0) + 1;
        for (const [gate, n] of shut) count.stopped[gate] = (count.stopped[gate] ?? 0) + n;
        count.fired += (shown[id] ?? 0) + shut.reduce((sum, [, n]) => sum + n, 0);
      }
      return fired.size > 0;
    },
  };
}

/** Adds what another thread counted. */
export function addCounts(counts: GateCounts, others: GateCounts): void {
  for (const [id, { fired, met, stopped }] of others) {
    const count = counts.get(id)!;
    count.fired += fired;
    for (const [step, n] of Object.entries(met)) count.met[step] = (count.met[step] ?? 0) + n;
    for (const [gate, n] of Object.entries(stopped)) count.stopped[gate] = (count.stopped[gate] ?? 0) + n;
  }
}
