import type { DeviceConfig } from '@tactful/protocol';
import { countGates, type GateCounts } from './countGates.ts';
import type { LogSession } from './LogSession.ts';
import { playSession, ready } from './playSession.ts';
import { timeGates, type GateTimes } from './timeGates.ts';

/** Sessions looked at closely for the times at which gates were met: the first ones of the log in which a trigger fired. */
export const CLOSELY = 500;

/** What one thread counted. */
export interface Played {
  readonly visits: number;
  readonly counts: GateCounts;
  /** Places in the log of the first sessions in which a trigger fired. */
  readonly fired: readonly number[];
}

export interface Player {
  /** Plays sessions; the first has this place in the log. */
  play(sessions: readonly LogSession[], first: number): void;
  played(): Played;
  /** Plays those of the fired sessions again and tells when gates were met. */
  time(places: readonly number[]): GateTimes;
}

/** Plays its share of a log. Sessions know nothing of each other, so shares add up to the whole. */
export function createPlayer(config: DeviceConfig): Player {
  const engine = ready(config);
  const { counts, visited } = countGates(config);
  const fired = new Map<number, LogSession>();
  let visits = 0;
  let any = false;
  const listener = {
    visited(core: Parameters<typeof visited>[0]) {
      visits++;
      if (visited(core)) any = true;
    },
  };
  return {
    play(sessions, first) {
      sessions.forEach((session, index) => {
        any = false;
        playSession(engine, session, listener);
        if (any && fired.size < CLOSELY) fired.set(first + index, session);
      });
    },
    played: () => ({ visits, counts, fired: [...fired.keys()] }),
    time(places) {
      const times: GateTimes = {};
      for (const place of places) timeGates(engine, fired.get(place)!, times);
      return times;
    },
  };
}
