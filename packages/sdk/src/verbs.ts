import type { Summary, Trace } from '@tactful/protocol';
import type { Actor, ActorCore } from './act/actor.ts';
import { eventName, type TactfulEvent, type TactfulEvents } from './events.ts';
import { cartFact } from './observe/cartFact.ts';
import { readProps } from './observe/readEntry.ts';
import type { Sensors } from './observe/startSensors.ts';
import { CONSENTS, type Consent } from './ship/consent.ts';

/** The verbs of the contract. None throws, whatever it is given; before the configuration is there they wait. */
export interface Tactful {
  /** Who it is, for conditions on `user.*`. Traits never leave. With the shop's server's `signature` the user's devices and servers join; without it the id stays here, too. An id with `@` is refused. */
  identify(userId: string, traits?: Readonly<Record<string, unknown>>, how?: { readonly signature?: string }): void;
  /** Features `user.*` (and `x.*`, named so) of conditions. Scalars only; local. */
  setAttributes(attributes: Readonly<Record<string, unknown>>): void;
  /** A named event. Triggers hear it at once; it ships only where a signal or goal names it. */
  track(name: string, props?: Readonly<Record<string, unknown>>): void;
  /** Looks where the page is now, or is told. */
  page(id?: string): void;
  /** The cart as it now stands; `value` in units of `currency` (ISO 4217), such as 49.9: give both. Feeds `cart.*`; other keys that are left out stay as they were. */
  cart(cart: { readonly value?: number; readonly currency?: string; readonly items?: number }): void;
  /** What may be kept and sent: `granted`, `functional`, `pending` or `denied`. Outranks every other source; `denied` erases, in all tabs. */
  consent(status: Consent): void;
  /** Draws a campaign now: skips trigger, conditions, caps and control. */
  show(campaign: string): void;
  /** Takes away the message that is shown, if one is. */
  hide(): void;
  /** Opens the chat, or goes on with the one that was begun; and closes it. */
  readonly chat: { open(): void; close(): void };
  /** Hears an event; answers how to stop. */
  on<E extends TactfulEvent>(event: E, run: (detail: TactfulEvents[E]) => void): () => void;
  /** Every gate of every campaign, or of one: what it saw and what it wants. Empty before the configuration is there. */
  explain(campaign?: string): Promise<readonly Trace[]>;
  /** Draws again the campaign that a preview's address of the console names (10 minutes), marked as one; counts and claims nothing. Without that address: nothing. */
  preview(campaign: string): void;
  /** Exactly what would be sent now; null when nothing would. */
  summary(): Summary | null;
  /** Sends now what waits. */
  flush(): Promise<void>;
  /** Logout: seals what is pending under the old visitor and starts a new one. */
  reset(): Promise<void>;
  /** Takes everything away: listeners, timers, nodes, patches, requests. */
  destroy(): void;
  /** Runs once the configuration is there. */
  ready(run: (tactful: Tactful) => void): void;
}

export interface VerbsDeps {
  actor(): Promise<Actor>;
  destroy(): void;
  warn(message: string): void;
  whenReady(run: () => void): unknown;
}

export function createVerbs(core: ActorCore, sensors: Sensors, { actor, destroy, warn, whenReady }: VerbsDeps): Tactful {
  const { guard, listen } = core.scope;
  const act = (run: (actor: Actor) => void) => async () => void await run(await actor());
  const traits = (values: unknown): void => core.observe({ kind: 'attributes', values: readProps(values) });
  /** These wait for the configuration. */
  const later: Record<string, (...args: any[]) => unknown> = {
    identify(...who) {
      if (/@/.test(who[0])) return warn('identify: @');
      core.who = who as [unknown];
      if (who[2]) void core.want('user');
      traits(who[1]);
    },
    setAttributes: traits,
    track: (name, props) => sensors.event([name, props]),
    page: (id) => id ? sensors.pages.name(String(id)) : sensors.pages.enter(1),
    cart: (values) => core.observe(cartFact(readProps(values))),
    show: (id) => act((to) => to.force(id))(),
    preview: (id) => core.preview && core.preview(id),
    hide: act((to) => to.hide()),
    ready: (run) => run(tactful),
  };
  const now: Record<string, (...args: any[]) => unknown> = {
    consent: (status) => CONSENTS.includes(status) ? core.setConsent(core.said = status) : warn(status + '?'),
    on: (event, run) => listen(window, eventName(event), ({ detail }) => run(detail)),
    explain: async (id) => core.engine ? (await actor()).explain(id) : [],
    summary: () => core.keeping.summary(), flush: () => core.keeping.flush(), reset: () => core.keeping.reset(), destroy,
  };
  const waits = (run: (...args: any[]) => unknown) => (...args: unknown[]) => void whenReady(guard(() => run(...args)));
  const tactful: any = { chat: { open: waits(act((to) => to.openChat())), close: waits(act((to) => to.closeChat())) } };
  for (const name in now) tactful[name] = guard(now[name]!);
  for (const name in later) tactful[name] = waits(later[name]!);
  return tactful;
}
