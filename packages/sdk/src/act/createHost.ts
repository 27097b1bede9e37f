import type { ClaimAnswer, Milliseconds, SharedSummary } from '@tactful/protocol';
import type { ActorCore } from './actor.ts';
import { claimOnDevice } from './claimOnDevice.ts';
import { direction } from './direction.ts';
import type { Show } from './show.ts';
import type { WidgetHost } from './view.ts';

/** The visitor is told by then whether their data was erased, or their request taken. */
const PATIENCE_MS: Milliseconds = 15_000;

/** Everything that a widget may ask, made of the core. */
export function createHost(core: ActorCore, show: Show, further: Pick<WidgetHost, 'parts' | 'part' | 'spot'>): WidgetHost {
  const { scope, settings, net, observe } = core;
  const { locale, texts, faq } = core.config!;
  /** The same wish keeps its id, so that repeating it changes nothing. None is called as what any object has. */
  const ids: Record<string, string> = {};
  const idOf = (wish: string): string => ids[wish] = ids[wish] || crypto.getRandomValues(new Uint32Array(4)).join('-');
  /** By the writer of the file that ships: where nothing is shipped it comes with the first wish. */
  const write = async (body: unknown): Promise<string> => (await core.files(settings.domain ? 'domain' : 'ship')).writeJson(body);
  const post = async (path: string, body: unknown): Promise<Response> => net(path, { method: 'POST', body: await write(body) });
  /** Whose data the collector may have: to erase it stays possible, whatever is answered since. */
  const visitor = () => core.guest && core.guest.token && core.guest;
  const shared = (tried: readonly string[]): SharedSummary | null => {
    if (!core.engine) return null;
    const { cart: { value, currency, items }, tally: { pages, counts } } = core.engine;
    return {
      pages: Object.fromEntries(Object.entries(pages).map(([id, { views, activeMs }]) => [id, { views, activeMs }])), cart: { items, ...(value != null && { value }), ...(currency && { currency }) },
      errors: counts['errors'] || 0, formErrors: counts['form_errors'] || 0, tried,
    };
  };
  const host: WidgetHost = {
    ...show, ...further, tab: core,
    document, locale, dir: direction(locale), texts, faq, shared,
    nonce: settings.nonce,
    now: core.now,
    after: scope.after,
    listen: (target, type, run, options) => scope.listen(target, type, run, options || {}),
    async claim(offer) {
      // A manager that came late holds the visit back without ending it: its identifier is not sent any more.
      const who = core.consent == 'granted' && visitor();
      // Without a network there is no code to be had now; the same id is used when the visitor asks again.
      const answer = await post(`offers/${encodeURIComponent(offer)}/claims`, { id: idOf(' ' + offer), ...(who && { visitor: who.visitor }) });
      if (!answer.ok) return null;
      const claim = JSON.parse(await answer.text()) as ClaimAnswer;
      core.code = { ...claim, offer, campaign: show.campaign() };
      return claimOnDevice(core, claim);
    },
    async request(body, share, tried) {
      const id = idOf(await write(body));
      const full = { id, ...body, locale, shared: share && shared(tried) || undefined };
      // Kept by its id until the collector has it: the page may be left meanwhile, and the outbox tries again, also from a later one.
      void core.keeping.keepRequest(id, full);
      const answer = await scope.upTo(PATIENCE_MS, post('requests', full));
      // A service worker of the page's own may answer 200 for a collector that is not to be had.
      const taken = !!answer && answer.status == 202;
      if (taken) void core.keeping.keepRequest(id);
      return taken;
    },
    summary: () => core.keeping.summary(),
    async erase() {
      const who = visitor();
      const answer = who && await scope.upTo(PATIENCE_MS, (async () => (await net('visitors/me', { method: 'DELETE', headers: { authorization: 'Bearer ' + who.token } })).text())());
      // By its own word, since a page's own worker may answer for it.
      if (who && !/"erased"/.test(answer as string)) {
        // The token stays, and all else: without it the visitor could never again erase what the collector has.
        core.lost('erase');
        return false;
      }
      await core.keeping.forget();
      return true;
    },
    withdraw: () => core.setConsent(core.said = 'denied'),
    optOut() {
      observe({ kind: 'opt_out' });
      void core.keeping.withCaps(() => undefined);
    },
    event: (name) => observe({ kind: 'event', name }),
    chat: (event) => core.emit(`chat:${event}`),
  };
  const all = host as unknown as Record<string, any>;
  for (const name of Object.keys(all)) if (typeof all[name] == 'function') all[name] = scope.guard(all[name]);
  return host;
}
