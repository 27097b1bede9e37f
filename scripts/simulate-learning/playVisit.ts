import { createEngine, type Caps, type Carried, type Engine, type Observation, type Prepared } from '@tactful/engine';
import type { Arm, DeviceConfig, EpochMs, SummaryBody } from '@tactful/protocol';
import type { Step, Visit } from './drawVisitor.ts';

/** What a device knows that opens the shop. */
export interface Opening {
  readonly config: DeviceConfig;
  readonly prepared: Prepared;
  readonly visitor: string;
  readonly session: string;
  /** What the visitor's earlier visits left. */
  readonly caps?: Caps | undefined;
  readonly random: () => number;
}

/** What became of a visit. */
export interface Visited {
  readonly summary: SummaryBody;
  readonly caps: Caps;
  readonly endedAt: EpochMs;
  /** In which arm the campaign was met before the decision. */
  readonly arm?: Arm;
  readonly bought: boolean;
}

const ALLOWED = { show: 'full', measured: true, capsKnown: true } as const;
/** A message counts as seen after a second, and is answered after four. */
const SEEN = 1_000, ANSWERED = 4_000;

/** Plays a visit through the engine as a shop's pages do: each page is a load of its own, goes on from what the last one carried over, and ticks at the engine's deadlines. */
export function playVisit({ startsAt, nth, firstSeen, before, decides }: Visit, { config, prepared, visitor, session, caps, random }: Opening): Visited {
  const options = { config, prepared, visitor, session, random, traits: { device: 'desktop', utcOffsetMinutes: 0, visitorSessions: nth, visitorFirstSeen: firstSeen } } as const;
  let carried: Carried | undefined;
  let engine: Engine | undefined;
  let arm: Arm | undefined;
  let waiting: readonly Observation[] = [];
  let now = startsAt;

  const settle = (at: EpochMs): void => {
    const due = engine!.due();
    const exposed = due && engine!.expose(due.campaign, {});
    if (!exposed) return;
    const { id: exposure, arm: drawn } = exposed.exposure;
    arm = drawn;
    if (drawn === 'treatment') waiting = [{ at: at + SEEN, kind: 'impression', exposure }, { at: at + ANSWERED, kind: 'outcome', exposure, outcome: 'dismiss', reason: 'close' }];
  };
  /** Time passes: deadlines of the engine, and what becomes of a message. */
  const until = (at: EpochMs): void => {
    for (;;) {
      const [next] = waiting;
      const deadline = engine!.nextDeadline();
      const soonest = Math.min(deadline, next?.at ?? Infinity);
      if (soonest > at) return;
      if (next && next.at <= deadline) {
        waiting = waiting.slice(1);
        engine!.observe(next);
      } else engine!.tick(soonest);
      settle(soonest);
    }
  };
  const load = (at: EpochMs): void => {
    if (engine) {
      // Who goes on to another page leaves a message as it is.
      for (const one of waiting) engine.observe({ ...one, at });
      waiting = [];
      engine.observe({ at, kind: 'leave' });
      carried = engine.carry();
    }
    engine = createEngine({ ...options, at, ...(carried && { carried }) });
    const begin: readonly Observation[] = [
      { at, kind: 'permission', permission: ALLOWED }, ...(caps && !carried ? [{ at, kind: 'caps', caps } as const] : []), { at, kind: 'time', server: at },
      { at, kind: 'visibility', visible: true }, { at, kind: 'focus', focused: true },
    ];
    for (const one of begin) engine.observe(one);
  };
  const play = (steps: readonly Step[]): void => {
    for (const [after, fact] of steps) {
      now = startsAt + after;
      if (engine) until(now);
      if (fact.kind === 'page') load(now);
      engine!.observe({ at: now, ...fact } as Observation);
      settle(now);
    }
  };

  play(before);
  const bought = decides !== undefined && decides.luck < (arm === 'treatment' ? decides.shown : decides.alone);
  const met = arm;
  if (decides) play(bought ? decides.bought : decides.left);
  engine!.observe({ at: now, kind: 'leave' });
  return { summary: engine!.summary(), caps: engine!.caps(), endedAt: now, bought, ...(met && { arm: met }) };
}
