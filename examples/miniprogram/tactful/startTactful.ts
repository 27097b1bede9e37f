import type { Scalar, Summary, Trace } from '@tactful/protocol';
import { createConfiguration } from './createConfiguration.ts';
import { createKeep } from './createKeep.ts';
import { createMind } from './createMind.ts';
import { createNet } from './createNet.ts';
import { createStage } from './createStage.ts';
import type { Host } from './Host.ts';
import { askPrivacy, readPrivacy, type Consent } from './privacy.ts';
import { readDevice } from './readDevice.ts';
import { wrapPage, type PageOptions } from './wrapPage.ts';
import type { Wx } from './Wx.ts';

/** The platform has these two of a browser's; nothing else of it is used. */
declare const setTimeout: (run: () => void, delay: number) => number;
declare const clearTimeout: (timer: number) => void;

export interface TactfulSettings {
  /** Public site key. */
  readonly key: string;
  /** A domain that the platform lets through (`https://…`): a relay on the merchant's own server, which names the site's origin. */
  readonly apiHost: string;
  /** The visitor's own refusal, as the mini-program kept it; otherwise the platform's privacy agreement decides. */
  readonly consent?: 'denied';
  /** What may show while nothing may be kept. Default `help`: one message a launch, no discount. */
  readonly withoutConsent?: 'none' | 'help' | 'all';
  /** The relay knows who is signed in: what their other devices showed holds here, too. Default false. */
  readonly users?: boolean;
}

export interface Tactful {
  /** Options for `Page()`: the page is the configuration's page of this id. */
  page(id: string, options: PageOptions): PageOptions;
  /** A named event: GA4's names, or what the configuration's `events` maps to them. Also `form_error`, `form_success`, `checkout_error` with `{ form }`. */
  track(name: string, props?: Readonly<Record<string, Scalar>>): void;
  cart(cart: { readonly value?: number; readonly currency?: string; readonly items?: number }): void;
  /** Has the platform ask for the privacy agreement now. */
  ask(): Promise<Consent>;
  /** Withdrawn: what is kept is erased, nothing is kept or sent any more. The mini-program keeps the answer for its next launch. */
  withdraw(): void;
  /** While the platform's payment or any other sheet of the mini-program's own stands over the page. */
  busy(is: { readonly paying: boolean }): void;
  explain(): readonly Trace[];
  /** Exactly what would be sent now; null where nothing would. */
  summary(): Summary | null;
}

/** Starts Tactful in a mini-program: its life, pages and handlers become observations, a message becomes the page's data. */
export function startTactful(wx: Wx, settings: TactfulSettings): Tactful {
  let latest = 0;
  const host: Host = {
    wx, key: settings.key, apiHost: settings.apiHost,
    // The device's clock may go back; an observation's time does not.
    now: () => latest = Math.max(latest, Date.now()),
    after(delay, run) {
      const timer = setTimeout(host.guard(run), Math.min(delay, 2 ** 31 - 1));
      return () => clearTimeout(timer);
    },
    random: Math.random,
    guard: (run) => (...args) => {
      try {
        const result = run(...args);
        // Whatever stands for a promise here: the developer tools may have put another in its place.
        const { then } = Object(result);
        if (then) then.call(result, undefined, failed);
        return result;
      } catch (_error) {
        failed();
        return undefined;
      }
    },
  };
  const failed = (): void => {
    try {
      mind.lost('error', 1);
    } catch (_error) {
      // What failed is what counts, too.
    }
  };
  const { device, locale } = readDevice(wx);
  const stage = createStage(host, {
    impression(exposure) {
      mind.observe({ kind: 'impression', exposure });
      mind.keep();
    },
    outcome(exposure, outcome, reason) {
      mind.observe({ kind: 'outcome', exposure, outcome, reason });
      mind.keep();
    },
  });
  const net = createNet(host);
  const configuration = createConfiguration(host, net, {
    locale,
    changed: (config) => mind.configure(config),
    told: (server) => mind.observe({ kind: 'time', server }),
  });
  const mind = createMind({ host, net, keeping: createKeep(host), stage, configuration, device, locale, withoutConsent: settings.withoutConsent ?? 'help', users: settings.users ?? false });

  const decide = host.guard((consent: Consent) => mind.decide(consent));
  const asked = host.guard(async (): Promise<void> => {
    if (mind.consent !== 'pending') return;
    const answer = await readPrivacy(wx);
    // The visitor may have refused meanwhile.
    if (mind.consent === 'pending') await mind.decide(answer);
  });
  wx.onAppShow(host.guard(() => {
    stage.seen(true);
    mind.seen(true);
    void configuration.revalidate();
    void asked();
  }));
  wx.onAppHide(host.guard(() => {
    stage.seen(false);
    mind.seen(false);
  }));
  wx.onError(host.guard(() => mind.observe({ kind: 'error' })));
  wx.onUnhandledRejection?.(host.guard(() => mind.observe({ kind: 'error' })));
  void (settings.consent ? decide(settings.consent) : asked());
  void configuration.revalidate();

  const press = (): void => {
    const action = stage.end('click', 'action');
    if (action?.kind === 'event') mind.track(action.name, {});
    else if (action?.kind === 'link') wx.navigateTo({ url: action.url, fail: host.guard(() => wx.switchTab({ url: action.url, fail: failed })) });
  };
  return {
    page: (id, options) => wrapPage(id, options, {
      shown: host.guard((page, named) => {
        if (stage.enter(page)) mind.enter(named);
        void asked();
      }),
      gone: host.guard((page) => stage.leave(page)),
      heard: host.guard((event) => mind.hear(event)),
      press: host.guard(press),
      close: host.guard(() => stage.end('dismiss', 'close')),
      why: host.guard(() => stage.why()),
      noMore: host.guard(() => {
        mind.observe({ kind: 'opt_out' });
        stage.end('dismiss', 'opt_out');
      }),
    }),
    track: host.guard((name, props) => mind.track(name, props ?? {})),
    cart: host.guard(({ value, currency, items }) => mind.observe({ kind: 'cart', value, currency, items })),
    async ask() {
      try {
        await mind.decide(await askPrivacy(wx));
      } catch (_error) {
        failed();
      }
      return mind.consent;
    },
    withdraw: () => void decide('denied'),
    busy: host.guard(({ paying }) => mind.pay(paying)),
    explain: () => host.guard(() => mind.explain())() ?? [],
    summary: () => host.guard(() => mind.summary())() ?? null,
  };
}
