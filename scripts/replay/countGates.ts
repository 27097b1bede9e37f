import type { Engine } from '@tactful/engine';
import { GATES, type DeviceConfig, type Gate } from '@tactful/protocol';

/** Gates behind the trigger, in order; the last one means exposed. */
export const STEPS = [...GATES.slice(GATES.indexOf('trigger')), 'shown'] as const;
type Step = (typeof STEPS)[number];

/** What became of one campaign, in visits. */
export interface GateCount {
  /** Opportunities: how often the trigger fired. */
  fired: number;
  /** Visits in which, with the trigger fired, every gate up to this one was met. */
  readonly met: Record<string, number>;
  /** Opportunities that each gate stopped. */
  readonly stopped: Record<string, number>;
  /** Seconds into the visit at which each gate was first met, of the visits looked at closely. */
  readonly seconds: Record<string, number[]>;
}

export interface GateCounter {
  readonly campaigns: ReadonlyMap<string, GateCount>;
  /** Counts a finished visit. @returns true when a trigger fired in it. */
  visited(engine: Engine): boolean;
  /** Looks closely, after each step of a visit: when was which gate met? Begins anew with each `null`. */
  stepped(engine: Engine | null, at: number): void;
}

/** Counts, from summaries and traces, how far each campaign came in each visit. */
export function countGates(config: DeviceConfig): GateCounter {
  const campaigns = new Map<string, GateCount>(config.campaigns.map(({ id }) => [id, { fired: 0, met: {}, stopped: {}, seconds: {} }]));
  let began = 0;
  let seen = new Set<string>();
  const first = (id: string, step: Step, at: number): void => {
    if (seen.has(id + step)) return;
    seen.add(id + step);
    (campaigns.get(id)!.seconds[step] ??= []).push((at - began) / 1_000);
  };
  return {
    campaigns,
    visited(engine) {
      const { gates, exposures } = engine.summary();
      let any = false;
      for (const [id, count] of campaigns) {
        const shut = Object.entries(gates[id] ?? {}) as [Gate, number][];
        const shown = exposures.filter(({ campaign }) => campaign === id).length;
        if (shut.length === 0 && shown === 0) continue;
        any = true;
        const furthest = shown > 0 ? STEPS.length : Math.max(...shut.map(([gate]) => STEPS.indexOf(gate)));
        for (const step of STEPS.slice(0, furthest)) count.met[step] = (count.met[step] ?? 0) + 1;
        for (const [gate, n] of shut) count.stopped[gate] = (count.stopped[gate] ?? 0) + n;
        count.fired += shown + shut.reduce((sum, [, n]) => sum + n, 0);
      }
      return any;
    },
    stepped(engine, at) {
      if (!engine) {
        began = at;
        seen = new Set();
        return;
      }
      for (const { campaign, gates } of engine.explain()) {
        if (!gates.find(({ gate }) => gate === 'trigger')?.passed) continue;
        for (const { gate, passed } of gates) {
          if (!passed) break;
          if (STEPS.includes(gate as Step)) first(campaign, gate as Step, at);
        }
      }
      // Whoever was exposed had met every gate by then.
      for (const { campaign, at: exposedAt } of engine.summary().exposures) for (const step of STEPS) first(campaign, step, exposedAt);
    },
  };
}
