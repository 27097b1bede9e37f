import { explain, type EngineCore } from '@tactful/engine';
import { STEPS } from './countGates.ts';
import type { LogSession } from './LogSession.ts';
import { playSession, type Played } from './playSession.ts';

type Step = (typeof STEPS)[number];
/** Seconds into the visit at which each gate was first met: campaign → gate → one number per visit. */
export type GateTimes = Record<string, Record<string, number[]>>;

/** Plays one session again and looks closely, after each step: when was which gate met? Adds to `times`. */
export function timeGates(played: Played, session: LogSession, times: GateTimes): void {
  let current: EngineCore | undefined;
  let began = 0;
  let seen = new Set<string>();
  const first = (id: string, step: Step, at: number): void => {
    if (seen.has(id + step)) return;
    seen.add(id + step);
    ((times[id] ??= {})[step] ??= []).push((at - began) / 1_000);
  };
  playSession(played, session, {
    stepped(core, at) {
      if (core !== current) {
        current = core;
        began = at;
        seen = new Set();
      }
      // A trigger that has fired has an open opportunity.
      for (const id in core.open) for (const { gate, passed } of explain(core, id)[0]!.gates) {
        if (!passed) break;
        if (STEPS.includes(gate as Step)) first(id, gate as Step, at);
      }
      // Whoever was exposed had met every gate by then.
      for (const { campaign, at: exposedAt } of core.tally.exposures) for (const step of STEPS) first(campaign, step, exposedAt);
    },
    visited: () => undefined,
  });
}
