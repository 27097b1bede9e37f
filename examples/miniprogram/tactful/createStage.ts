import type { DeviceAction, DeviceConfig, Outcome, Reason } from '@tactful/protocol';
import type { Exposed } from '@tactful/sdk/engine';
import type { Host } from './Host.ts';
import { cardOf, type Card } from './cardOf.ts';

/** A page of the mini-program, as the platform hands it to `onShow`. */
export interface ShownPage { setData(data: { readonly tactful: Card | null }): void }

export interface Stage {
  /** The page in front, or none. */
  readonly page: ShownPage | undefined;
  /** Another page is in front. False: it is the one that was there before the mini-program went away. */
  enter(page: ShownPage): boolean;
  leave(page: ShownPage): void;
  /** The mini-program is seen, or not. */
  seen(is: boolean): void;
  draw(exposed: Exposed, config: DeviceConfig): void;
  /** Nothing is drawn. */
  free(): boolean;
  /** The visitor's press on what is drawn; answers its action. */
  end(outcome: Outcome, reason: Reason): DeviceAction | undefined;
  why(): void;
}

export interface StageDeps {
  impression(exposure: string): void;
  outcome(exposure: string, outcome: Outcome, reason: Reason): void;
}

/** An impression is so long in sight. */
const IMPRESSION_MS = 1_000;

/** Draws one message at a time, as data of the page in front: its WXML has the card. */
export function createStage({ after }: Pick<Host, 'after'>, { impression, outcome }: StageDeps): Stage {
  let front: ShownPage | undefined;
  let drawn: { readonly page: ShownPage; readonly id: string; readonly action: DeviceAction | undefined; card: Card; counted: boolean } | undefined;
  let cancel = (): void => undefined;
  let visible = true;
  const look = (): void => {
    cancel();
    if (!visible || !drawn || drawn.counted) return;
    const one = drawn;
    cancel = after(IMPRESSION_MS, () => {
      one.counted = true;
      impression(one.id);
    });
  };
  const end = (result: Outcome, reason: Reason): DeviceAction | undefined => {
    if (!drawn) return undefined;
    const { page, id, action } = drawn;
    cancel();
    drawn = undefined;
    page.setData({ tactful: null });
    outcome(id, result, reason);
    return action;
  };
  return {
    get page() { return front; },
    enter(page) {
      if (page === front) return false;
      if (drawn) end('ignore', 'leave');
      front = page;
      return true;
    },
    leave(page) {
      if (page === drawn?.page) end('ignore', 'leave');
      if (page === front) front = undefined;
    },
    seen(is) {
      visible = is;
      look();
    },
    draw({ exposure: { id }, message, fired }, config) {
      if (!front) return;
      drawn = { page: front, id, action: message.action, card: cardOf(message, fired, config.texts), counted: false };
      front.setData({ tactful: drawn.card });
      look();
    },
    free: () => !drawn,
    end,
    why() {
      if (!drawn) return;
      drawn.card = { ...drawn.card, whyOpen: !drawn.card.whyOpen };
      drawn.page.setData({ tactful: drawn.card });
    },
  };
}
