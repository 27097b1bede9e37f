/* A hand-made core: the page's double of what the SDK hands to the widget. Records all that it is told in `told`. */
import { readManners } from '/manners.ts';
import { findPlace } from '/place.ts';
import { startTyping } from '/typing.ts';
import { mount } from '/tactful-widget.js';

/** What the built files call some names, see scripts/build/internalNames.mjs; filled in where this file is served. */
const NAMES = {};
const setup = JSON.parse(document.getElementById('setup').textContent);
const live = (window.live = { timers: new Set(), listeners: new Set() });
const tell = (name, ...args) => void window.told.push([name, ...args]);

const host = {
  document,
  locale: setup.locale,
  texts: setup.texts,
  now: () => Date.now(),
  after(delay, run) {
    const id = setTimeout(() => { live.timers.delete(id); run(); }, delay);
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
  visible: (visible) => tell('visible', visible),
  outcome: (outcome, reason) => tell('outcome', outcome, reason),
  chat: (event) => tell('chat', event),
};

/** Also by the names that the built files know. */
const shorten = (record) => Object.assign(record, Object.fromEntries(Object.keys(record).flatMap((name) => (NAMES[name] ? [[NAMES[name], record[name]]] : []))));
shorten(host);

const typing = startTyping({ now: host.now, scope: { listen: (target, types, run) => types.split(' ').forEach((type) => target.addEventListener(type, run, true)) } });
/** What the visitor is busy with. */
window.busy = () => Object.entries({ ...typing(), ...readManners() }).filter(([, is]) => is).map(([name]) => name);

/** Everything as on a fresh page, without loading one, with the further file that a message needs. */
window.fresh = async (part, faq) => {
  for (const name of Object.keys(host.parts)) delete host.parts[name];
  if (part) await host.part(part);
  host.faq = faq;
  if (window.widget) window.widget.destroy();
  window.told = [];
  window.answers = { claim: { code: 'FREE-7K2M-Q9XD' }, request: true, erase: true };
  window.summary = {
    session: 'k3v9', seq: 7, activeMs: 74200, startedAt: 1795250000000,
    pages: { product: { views: 2, activeMs: 31000, episodes: 1 }, checkout: { views: 1, activeMs: 43200, episodes: 3 } },
    counts: { form_error: 2 }, cart: { stage: 'checkout', value: 84.5, currency: 'USD', items: 3, idleMs: 0, revisits: 1 },
    context: { device: 'desktop', locale: setup.locale, referrer: 'search' }, goals: [], loss: {},
  };
  window.widget = mount(host);
  const { show } = window.widget;
  window.widget.show = (view) => show(shorten({ ...view }));
  for (const [name, short] of Object.entries(NAMES)) if (window.widget[short]) window.widget[name] = window.widget[short];
};
window.findPlace = findPlace;
await window.fresh('talk');
window.ready = true;
