import { findDue, force as forceCampaign, take, type Exposed, type LateGates } from '@tactful/engine';
import type { DeviceMessage, EpochMs, Milliseconds, Outcome, Reason } from '@tactful/protocol';
import type { Stop } from '../scope.ts';
import { createClaim } from '../createClaim.ts';
import type { ActorCore } from './actor.ts';
import { readManners } from './manners.ts';
import { claimOnDevice } from './claimOnDevice.ts';
import { onDevice } from './onDevice.ts';
import { findSpot } from './place.ts';
import { startTyping } from './typing.ts';
import type { MessageView, Spot, Widget } from './view.ts';

/** What a headless host may say of the message that it draws. */
export interface MessageActions {
  /** It can be seen (true) or no longer (false). An impression is a second of it. */
  visible(visible: boolean): void;
  clicked(): void;
  dismissed(): void;
}

export interface Show {
  attempt(): Promise<boolean>;
  force(campaign: string): void;
  /** Has a code of an earlier page stand again, once nothing is in the way. */
  again(): unknown;
  hide(): void;
  visible(visible: boolean): void;
  outcome(outcome: Outcome, reason: Reason): void;
  /** The latest that was shown. */
  campaign(): string;
}

const PATIENCE_MS: Milliseconds = 1_000, IMPRESSION_MS: Milliseconds = 1_000, AGAIN_MS: Milliseconds = 1_000, LONGEST_AGAIN_MS: Milliseconds = 60_000;
/** What is ready to be drawn looks so often, each second, whether it may; as long as an opportunity stays open by itself. */
const MOST_WAITS = 10;

/**
 * due → configuration → slot → late gates → caps → expose → veto → draw → impression → outcome. What stands before `expose`
 * is alike in every arm; what fails after it stays on the exposure.
 */
export function createShow(core: ActorCore, widget: (message: DeviceMessage, spot: Spot) => Promise<Widget>): Show {
  const { scope, settings, emit, observe } = core;
  const typing = startTyping(core);
  const claim = createClaim(scope, 'tactful:' + settings.key);
  let release: Stop | undefined;
  let campaign = '';
  let exposure: string | undefined;
  /** Had its impression: a chat that the visitor opens again has no second one. */
  let counted: string | undefined;
  /** It has no outcome yet. */
  let open: boolean | undefined;
  let drawn: boolean | undefined;
  let impression: Stop | undefined;
  /** The gate that was in the way of what is due when it was last looked at: the page is told once. */
  let stood: string | undefined;
  /** A code is to stand again once the page is seen. */
  let waits: boolean | undefined;
  /** Until it is looked again whether it can: twice as long each time, for a page that never has room for it. */
  let pause = AGAIN_MS;
  const hidden = (): boolean => document.visibilityState == 'hidden';
  const free = (): void => {
    if (release) release();
    release = undefined;
  };
  const keep = (): void => void core.keeping.withCaps(() => undefined);
  const visible = (is: boolean): void => {
    if (impression) impression();
    impression = undefined;
    drawn = is;
    if (!is) free();
    else if (exposure && exposure != counted && !hidden()) {
      impression = scope.after(IMPRESSION_MS, () => {
        counted = exposure;
        observe({ kind: 'impression', exposure: exposure! });
        emit('message:shown', { campaign });
        keep();
      });
    }
  };
  const outcome = (result: Outcome, reason: Reason): void => {
    if (result == 'dismiss' && core.code && core.code.campaign == campaign) core.code = undefined;
    if (!open) return;
    open = false;
    if (exposure) observe({ kind: 'outcome', exposure, outcome: result, reason });
    if (result == 'click') emit('message:clicked', { campaign });
    else emit('message:dismissed', { campaign, reason });
    keep();
  };
  const endOf = ({ offer }: DeviceMessage): EpochMs | undefined => {
    const found = offer && core.config!.offers[offer];
    return found && found.until ? onDevice(core, found.until) : undefined;
  };
  const spotFor = ({ kind }: DeviceMessage, was?: Spot): Spot | false => findSpot(kind, core, was);
  const manners = (at: Spot | false): LateGates => ({ ...typing(), ...readManners(), covered: !at });
  const first = (late: LateGates): string | undefined => (Object.keys(late) as (keyof LateGates)[]).find((gate) => late[gate]);
  const suppressed = (gate: string): void => emit('message:suppressed', { campaign, gate });
  const vetoed = async (message: DeviceMessage): Promise<unknown> => {
    const { beforeShow } = settings;
    return beforeShow && !await scope.upTo(PATIENCE_MS, (async () => beforeShow(message, campaign))());
  };
  /** A message that is forced has no `view`: the host itself asked for it. */
  const draw = async (message: DeviceMessage, spot: Spot, view?: Partial<MessageView>): Promise<unknown> => {
    const { render } = settings, { page } = core.engine!;
    let at: Spot | false = spot;
    try {
      if (view && await vetoed(message)) {
        outcome('ignore', 'veto');
        suppressed('veto');
        return free();
      }
      if (!render) await widget(message, spot);
      // While its file, or the host's word, was on its way the visitor may have begun something, or gone on.
      for (let times = MOST_WAITS; first(manners(at = spotFor(message, spot)));) {
        if (!times--) throw message;
        await scope.upTo(AGAIN_MS, new Promise(() => undefined));
      }
      // Taken down meanwhile.
      if (!core.engine) return;
      if (open && core.engine.page != page) throw message;
      if (!render) return (await widget(message, at as Spot)).show({ fired: [], ...view, campaign, message, endsAt: endOf(message) });
      const dismissed = (): void => {
        outcome('dismiss', 'close');
        visible(false);
      };
      return await render(message, { visible, clicked: () => outcome('click', 'action'), dismissed });
    } catch (_error) {
      // The host's own drawing, a widget on a page that forbids it, or one that came too late.
      core.lost('draw');
      outcome('ignore', 'load');
      free();
    }
  };
  const present = async ({ exposure: { id, arm }, message, fired, measured }: Exposed, at: Spot): Promise<void> => {
    if (arm != 'treatment') return suppressed(arm);
    exposure = id;
    open = true;
    await draw(message, at, { fired, exposure: measured && id });
  };
  /** No exposure and no impression: it was shown and counted on the page where it was asked for. */
  const again = scope.guard(async (): Promise<unknown> => {
    waits = hidden();
    if (waits) return;
    await core.configuration.revalidate();
    const { code, engine } = core;
    const from = code && engine && forceCampaign(engine, code.campaign);
    if (!from) return;
    const message: DeviceMessage = { kind: 'coupon', title: from.title, offer: code.offer };
    const claimed = claimOnDevice(core, code);
    if (core.now() >= Math.min(claimed.expiresAt || Infinity, endOf(message) || Infinity)) return core.code = undefined;
    const slot = await claim('show');
    const at = spotFor(message);
    if (drawn || !slot || first(manners(at))) {
      if (slot) slot();
      scope.after(pause, again);
      return pause = Math.min(2 * pause, LONGEST_AGAIN_MS);
    }
    release = slot;
    campaign = code.campaign;
    exposure = undefined;
    open = false;
    await draw(message, at as Spot, { claimed });
  });
  scope.listen(document, 'visibilitychange', () => {
    if (drawn) visible(true);
    if (waits) again();
    // A hidden tab hands the slot over.
    if (hidden()) free();
  });
  scope.listen(window, 'pagehide', ({ persisted }) => persisted || outcome('ignore', 'leave'));
  return {
    visible, outcome,
    async attempt() {
      // Nothing that a page which nobody sees is asked for again.
      if (hidden()) return true;
      if (drawn) return false;
      await core.configuration.revalidate();
      const due = core.engine && findDue(core.engine, 'live');
      if (campaign != due) stood = undefined;
      if (!due) return true;
      const message = forceCampaign(core.engine!, due)!;
      if (campaign != due) emit('message:eligible', { campaign: campaign = due });
      const slot = await claim('show');
      if (slot) release = slot;
      try {
        const at = spotFor(message);
        const late = { tabs: !slot, ...manners(at) };
        const gate = first(late);
        const expose = (): Exposed | null => take(core.engine!, campaign, late);
        // The transaction makes "read the caps, expose, write them" one step for all tabs.
        const exposed = gate ? expose() : await core.keeping.withCaps(expose);
        if (gate && gate != stood) suppressed(gate);
        stood = gate;
        if (exposed) await present(exposed, at as Spot);
        return !!exposed;
      } finally {
        // Also after an error, else every tab would wait for it.
        if (slot && !open) free();
      }
    },
    again,
    campaign: () => campaign,
    force(id) {
      const message = forceCampaign(core.engine!, id);
      if (!message) return;
      const at = spotFor(message);
      campaign = id;
      const gate = first(manners(at));
      if (gate) return suppressed(gate);
      exposure = undefined;
      open = true;
      void draw(message, at as Spot);
    },
    hide() {
      outcome('dismiss', 'hide');
      visible(false);
    },
  };
}
