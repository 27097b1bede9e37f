import type { Milliseconds } from '@tactful/protocol';
import { hasOpportunity } from '@tactful/engine';
import type { Actor, ActorCore } from './actor.ts';

export interface Act {
  /** Its own file, imported once. */
  actor(): Promise<Actor>;
  /** Has what is due shown, if anything is. Cheap; called after every observation. */
  check(): void;
}

/** What is in the way of a message is looked at again after this time; ten times as long when the file could not be had. */
const AGAIN_MS: Milliseconds = 1_000;

/**
 * The core's end of acting.
 * @param failed hears why it could not be had
 */
export function createAct(core: ActorCore, failed: (error: unknown) => void): Act {
  let loaded: Promise<Actor> | undefined;
  let here: Actor | undefined;
  let busy: boolean | undefined;
  const act: Act = {
    actor: () => loaded = loaded || (async () => {
      try {
        return here = (await core.files('act')).createActor(core);
      } catch (error) {
        loaded = undefined;
        throw error;
      }
    })(),
    check() {
      if (busy || !core.engine || !hasOpportunity(core.engine) || here && (document.visibilityState == 'hidden' || !here.due())) return;
      busy = true;
      const again = (): void => {
        busy = false;
        act.check();
      };
      void (async () => {
        let delay = AGAIN_MS;
        try {
          if (await (await act.actor()).attempt()) return again();
        } catch (error) {
          failed(error);
          delay *= 10;
        }
        core.scope.after(delay, again);
      })();
    },
  };
  return act;
}
