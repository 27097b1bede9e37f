/** What each key of a configuration means, by the object it stands in. Required-ness, types and ranges come from the schemas. */
export const FIELDS = {
  configuration: {
    v: 'Version of the contract.', site: 'Facts of the site.', pages: 'Named places, first match wins.', signals: 'Facts that the merchant names.',
    features: 'The merchant’s own features, read as `x.<id>`; set by `setAttributes()`, never summarized.',
    events: 'The shop’s event names to GA4’s. Shopify’s and Segment’s are known; what stands here goes before.', sources: 'Names of array-push queues on `window` (default `["dataLayer"]`).',
    campaigns: 'What is offered to whom, and when.', groups: 'Caps and waits that several campaigns share.', frequency: 'Caps and waits of the whole site.',
    holdout: 'Share of visitors kept out of everything (default 0.05).', offers: 'Coupons with a budget.', faq: 'What the chat answers on the device.', texts: 'The site’s own wording of the widget’s texts, by key.',
    fairness: '`strict`: discounts ask neither what a visitor is like (`user.*`, `x.*`) nor what a score says (`intent.*`), default where the language is zh-Hans (PIPL, Art. 24); `open`: they may.',
    model: '`expert`: every intent is scored by the expert, also where no campaign names one, and nothing learned is served. `learned`: every intent is scored, by what was learned where there is something (default: those that campaigns name).',
    halt: 'Stops showing anything.',
  },
  site: {
    locale: 'Default language; every text has it (default `en`).', currency: 'ISO 4217; money compares in it only.',
    items: 'Product ids may be summarized: not yet.', shipBeforeConsent: 'What was counted before the grant may be sent after it: not yet.',
  },
  page: {
    id: 'Name of the place: all that ever leaves of an address.', match: 'Path, `?key=value`, `#/route`; `*` is anything, `:name` one segment; `/a/*` also matches `/a`.',
    type: 'Kind of place.', progress: 'Signals or commerce events that count as progress here.',
  },
  signal: { id: 'Its name.', on: 'What makes it.', target: 'The element (`click`, `visible`).', name: 'The event (`event`).', page: 'Only there; absent: anywhere.' },
  offer: {
    mode: '`public`: one code for all; `pool`: uploaded codes, each given once; `minted`: made at the edge.', budget: 'Codes that may ever be given, or redeemed if public.',
    code: 'The code, if public.', until: 'Nothing is given or redeemed from then on.', validFor: 'How long one code is good for. A public code is good until `until`.',
    spend: 'What the codes may take off in all, in the site’s currency; needs `worth`.', worth: 'What one code takes off at most: set aside for each that is given.',
  },
  campaign: {
    id: 'Its name in summaries and reports.', name: 'Its title in the console.', status: '`draft` and `paused` never leave the edge; `shadow` runs silently.',
    rollout: 'Sticky share of visitors who take part at all (default 1).', priority: 'Of several that are due, the highest shows (default 50).',
    group: 'Whose caps it shares.', trigger: 'When.', conditions: 'For whom.', message: 'What.', variants: 'Other wordings, drawn by weight.',
    frequency: 'How often.', control: 'Share kept out for measurement (default 0.1).', goal: 'What it is measured by.',
    hold: 'How long it may still show once triggered (default `10s`).', schedule: 'At what times.',
  },
  trigger: { any: 'One of these clauses fires it.', all: 'All of these have fired, the last one now.', within: 'Of `all`: inside this wall time (default: the session).' },
  goal: { event: 'The conversion, such as `purchase`; summarized, so an id and no free text.', within: 'Counted from the first exposure.' },
  variant: { id: 'Its name in reports.', weight: 'Its share against the others’ (default 1).', message: 'The fields that it replaces.' },
  frequency: {
    page: 'Impressions per visit of a page.', session: 'Impressions per session.', lifetime: 'Impressions in the life of the visitor’s id.',
    custom: 'Rolling windows: at most `cap` within `period`.', cooldown: 'Wait after any impression.', after: 'Wait after an outcome; a held-out visitor waits as after `ignore`.',
  },
  window: { cap: 'Impressions.', period: 'Length of the window.' },
  after: { ignore: 'It was left alone.', dismiss: 'It was closed.', click: 'Its button was pressed.', convert: 'The goal was met.' },
  schedule: {
    from: 'Not before, wall time.', until: 'Not from then on.', hours: 'Any of these, such as `mon-fri 09:00-18:00` or `fri 22:00-02:00`.',
    timeZone: 'IANA zone, or `visitor` for each one’s own (default).',
  },
  message: {
    kind: 'How it looks.', title: 'One line.', body: 'A sentence or two.', offer: 'The coupon’s offer.', action: 'Its button.', video: 'The merchant’s own file.',
    chat: 'Steps of a scripted conversation; the first opens it.', survey: 'One to five questions with closed answers, one at a time.',
  },
  action: {
    kind: 'What a press does.', label: 'What the button says.', url: 'Where `link` or a handoff to a link goes.',
    to: 'Where a handoff goes: a request form, or a link. `webhook` is `request` by another name: what is asked stands in the console, and goes to each webhook of the site that hears `request`.', name: 'The event that `event` raises.',
  },
  video: { src: 'The file; not loaded before the press on play.', poster: 'Still image.', captions: 'WebVTT files by language.' },
  step: { id: 'Its name.', say: 'What is said.', video: 'Shown with it.', replies: 'What the visitor may answer; none ends the talk.' },
  question: {
    id: 'Its name.', kind: '`single`: one answer; `multiple`: any of them; `scale`: a number.', ask: 'The question.',
    answers: 'Two to eight; each chosen one raises the event `survey:<question>:<answer>`, which ships only where a signal names it.', scale: 'The numbers to choose from.',
    low: 'What the lowest means.', high: 'What the highest means.',
  },
  answer: { id: 'Its name in the event.', label: 'What it says.' },
  faq: {
    id: 'Its name.', q: 'The question, as visitors would ask it.', also: 'Other ways to ask it, by language: the more, the surer it is found.', a: 'The answer.',
    action: 'A button under the answer: `link`, `handoff` or `event`.',
  },
  reply: { label: 'The answer.', next: 'The step that follows.', action: 'What it does instead.' },
} as const satisfies Record<string, Readonly<Record<string, string>>>;
