/* A hand-made core: the page's double of what the SDK hands to the widget. Records all that it is told in `told`. */
import { readManners } from '/manners.ts';
import { direction } from '/direction.ts';
import { keepOnPage } from '/keepOnPage.ts';
import { cornerOf, findSpot } from '/place.ts';
import { startTyping } from '/typing.ts';
import { mount } from '/tactful-widget.js';

/** What the built files call some names, see scripts/build/internalNames.mjs; filled in where this file is served. */
const NAMES = {};
const setup = JSON.parse(document.getElementById('setup').textContent);
const live = (window.live = { timers: new Set(), listeners: new Set() });
const tell = (name, ...args) => void window.told.push([name, ...args]);

let stands;
const host = {
  document,
  locale: setup.locale,
  dir: direction(setup.locale),
  texts: setup.texts,
  now: () => Date.now(),
  after(delay, run) {
    const id = setTimeout(() => { live.timers.delete(id); run(); }, delay * window.pace);
    live.timers.add(id);
    return () => { clearTimeout(id); live.timers.delete(id); };
  },
  listen(target, type, run, options) {
    const entry = { target, type };
    target.addEventListener(type, run, options);
    live.listeners.add(entry);
    return () => { target.removeEventListener(type, run, options); live.listeners.delete(entry); };
  },
  claim: async (offer) => (tell('claim', offer), window.answers.claim),
  request: async (body, share, tried) => (tell('request', body, share, [...tried]), window.answers.request),
  shared: (tried) => ({ pages: { workflow: { views: 3, activeMs: 214000 } }, cart: { items: 0 }, errors: 0, formErrors: 3, tried }),
  summary: () => window.summary,
  erase: async () => { tell('erase'); if (window.answers.erase) window.summary = null; return window.answers.erase; },
  parts: {},
  part: async (name) => { Object.assign(host.parts, await import(`/tactful-${name}.js`)); return true; },
  withdraw: () => { tell('withdraw'); window.summary = null; },
  optOut: () => tell('optOut'),
  event: (name) => tell('event', name),
  spot: cornerOf({ settings: {}, config: setup }),
  visible(visible) {
    tell('visible', visible);
    stands(visible);
  },
  outcome: (outcome, reason) => tell('outcome', outcome, reason),
  chat: (event) => tell('chat', event),
};

/** Also by the names that the built files know. */
const shorten = (record) => Object.assign(record, Object.fromEntries(Object.keys(record).flatMap((name) => (NAMES[name] ? [[NAMES[name], record[name]]] : []))));
for (const name of Object.keys(host.spot)) if (NAMES[name]) Object.defineProperty(host.spot, NAMES[name], { get: () => host.spot[name] });
shorten(host);

/** As the SDK's, with what is live told of; `ends` is what takes it all away. */
const ends = new Set();
const scope = {
  guard: (run) => run, after: host.after, track: (stop) => (ends.add(stop), stop),
  listen(target, types, run) {
    const stops = types.split(' ').map((type) => host.listen(target, type, run, { passive: true, capture: true }));
    return scope.track(() => stops.forEach((stop) => stop()));
  },
};
const typing = startTyping({ now: host.now, scope: { ...scope, listen: (target, types, run) => types.split(' ').forEach((type) => target.addEventListener(type, run, true)) } });
/** What the visitor is busy with. */
window.busy = () => Object.entries({ ...typing(), ...readManners() }).filter(([, is]) => is).map(([name]) => name);

/** Everything as on a fresh page, without loading one, with the further file that a message needs. */
window.fresh = async (part, faq) => {
  for (const name of Object.keys(host.parts)) delete host.parts[name];
  if (part) await host.part(part);
  host.faq = faq;
  if (window.widget) window.widget.destroy();
  window.told = [];
  window.pace = 1;
  host.tab = shorten({ engine: { tally: { exposures: [{ id: 'e1' }] } }, observe: (fact) => tell('observe', fact), emit: (event, detail) => tell('emit', event, detail) });
  window.answers = { claim: { code: 'FREE-7K2M-Q9XD' }, request: true, erase: true };
  window.summary = {
    session: 'k3v9', seq: 7, activeMs: 74200, startedAt: 1795250000000,
    pages: { product: { views: 2, activeMs: 31000, episodes: 1 }, checkout: { views: 1, activeMs: 43200, episodes: 3 } },
    counts: { form_error: 2 }, cart: { stage: 'checkout', value: 84.5, currency: 'USD', items: 3, idleMs: 0, revisits: 1 },
    context: { device: 'desktop', locale: setup.locale, referrer: 'search' }, goals: [], loss: {},
  };
  window.widget = mount(host);
  const { show, destroy } = window.widget;
  window.widget.destroy = () => {
    ends.forEach((end) => end());
    ends.clear();
    destroy();
  };
  window.widget.show = (view, spot) => {
    Object.assign(host.spot, cornerOf({ settings: {}, config: setup }), spot);
    show(shorten({ ...view }));
  };
  for (const [name, short] of Object.entries(NAMES)) if (window.widget[short]) window.widget[name] = window.widget[short];
  stands = keepOnPage(scope, window.widget, host.spot, () => window.widget.hide());
};
Object.assign(window, { spot: host.spot, findSpot: (kind, position) => findSpot(kind, { settings: { position }, config: setup }) });
await window.fresh('talk');
window.ready = true;
