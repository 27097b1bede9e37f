import type { EngineCore } from '@tactful/engine';
import { TEXTS } from '@tactful/protocol';
import { direction } from '../../packages/sdk/src/act/direction.ts';
import { data } from '../../packages/sdk/src/act/widget/data/data.ts';
import { helped } from '../../packages/sdk/src/act/widget/helped/helped.ts';
import { survey } from '../../packages/sdk/src/act/widget/survey/survey.ts';
import { talk } from '../../packages/sdk/src/act/widget/talk/talk.ts';
import type { MessageView, Mount, Widget, WidgetHost, WidgetParts } from '../../packages/sdk/src/act/view.ts';

/** A widget mounted on a hand-made core whose clock and timers the test moves, with all that the core was told. */
export interface MountedWidget {
  readonly widget: Widget;
  readonly told: (readonly unknown[])[];
  /** Opened for the test: on a page it is closed. */
  root(): ShadowRoot | undefined;
  /** Everything that can be pressed under that name (its text or label). */
  find(name: string): HTMLElement;
  press(name: string): void;
  /** Lets time pass, timers run, and answers arrive. */
  pass(ms: number): Promise<void>;
  /** The talk as the next page would have it. */
  readonly tab: NonNullable<WidgetHost['tab']>;
  live(): { readonly timers: number; readonly listeners: number };
}

type TabTurns = NonNullable<WidgetHost['tab']>['turns'];

type Given = Partial<Pick<WidgetHost, 'claim' | 'request' | 'summary' | 'shared' | 'locale' | 'texts' | 'faq'> & { turns: TabTurns }> & {
  erase?: () => boolean;
  /** Exposures that summaries tell of. */
  exposures?: readonly { readonly id: string; readonly campaign?: string; readonly arm?: string; readonly helped?: boolean }[];
  /** Those of the further files that are here from the start; the others come when they are asked for. All, if not said. */
  here?: Partial<WidgetParts>;
  /** Those that cannot be had. */
  missing?: readonly (keyof WidgetParts)[];
};

export function mountWidget(mount: Mount, given: Given = {}): MountedWidget {
  let now = 1_800_000_000_000;
  let shadow: ShadowRoot | undefined;
  const told: (readonly unknown[])[] = [];
  const timers = new Map<object, readonly [at: number, run: () => void]>();
  let listeners = 0;
  const tell = (...args: unknown[]) => void told.push(args);

  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (init) {
    return (shadow = attach.call(this, init));
  };
  const parts: Partial<WidgetParts> = { ...(given.here ?? { talk, survey, data, helped }) };
  const host: WidgetHost = {
    document,
    locale: given.locale ?? 'en',
    dir: direction(given.locale ?? 'en'),
    texts: given.texts ?? TEXTS.en,
    faq: given.faq,
    tab: { turns: given.turns, engine: { tally: { exposures: given.exposures ?? [] } } as unknown as EngineCore, observe: (fact) => tell('observe', fact), emit: (event, detail) => tell('emit', event, detail) },
    spot: { place: 'bottom right', inset: 16, room: Infinity },
    now: () => now,
    after(delay, run) {
      const key = {};
      timers.set(key, [now + delay, run]);
      return () => void timers.delete(key);
    },
    listen(target, type, run, options) {
      target.addEventListener(type, run, options);
      listeners++;
      return () => {
        listeners--;
        target.removeEventListener(type, run, options);
      };
    },
    claim: async (offer) => (tell('claim', offer), given.claim ? given.claim(offer) : { code: 'A1' }),
    request: async (body, share, tried) => (tell('request', body, share, [...tried]), given.request ? given.request(body, share, tried) : true),
    shared: given.shared ?? (() => null),
    summary: given.summary ?? (() => null),
    erase: async () => (tell('erase'), given.erase ? given.erase() : true),
    parts,
    async part(name) {
      tell('part', name);
      if (given.missing?.includes(name)) return false;
      Object.assign(parts, { [name]: { talk, survey, data, helped }[name] });
      return true;
    },
    withdraw: () => tell('withdraw'),
    optOut: () => tell('optOut'),
    event: (name) => tell('event', name),
    visible: (visible) => tell('visible', visible),
    outcome: (outcome, reason) => tell('outcome', outcome, reason),
    chat: (event) => tell('chat', event),
  };
  const widget = mount(host);
  Element.prototype.attachShadow = attach;

  const find = (name: string) => {
    const all = [...(shadow as ShadowRoot).querySelectorAll<HTMLElement>('button,a')];
    const found = all.find((one) => (one.getAttribute('aria-label') ?? one.textContent) === name && !one.closest('[hidden]'));
    if (!found) throw new Error(`No "${name}" among: ${all.map((one) => one.getAttribute('aria-label') ?? one.textContent).join(', ')}`);
    return found;
  };
  return {
    widget,
    told,
    find,
    root: () => (document.querySelector('tactful-widget') ? shadow : undefined),
    press: (name) => find(name).click(),
    async pass(ms) {
      const until = now + ms;
      for (;;) {
        for (let turn = 0; turn < 6; turn++) await Promise.resolve();
        const next = [...timers].sort((a, b) => a[1][0] - b[1][0])[0];
        if (!next || next[1][0] > until) break;
        timers.delete(next[0]);
        now = next[1][0];
        next[1][1]();
      }
      now = until;
    },
    tab: host.tab!,
    live: () => ({ timers: timers.size, listeners }),
  };
}

/** A view of a message as the core would hand it over. */
export function view(message: MessageView['message'], more: Partial<MessageView> = {}): MessageView {
  return { campaign: 'c1', message, fired: [], ...more };
}
