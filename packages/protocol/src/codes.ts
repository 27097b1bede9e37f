/**
 * Every code that `parse` answers, with what it tells the author. A code is stable; its words may change.
 * HTTP errors are another table: `ERRORS`.
 */
export const CODES = {
  bad_json: 'This is not JSON.',
  bad_version: 'This version of the contract is not known.',
  forbidden_key: 'This key is reserved by the language and never allowed.',
  too_deep: 'Nested too deeply.',
  too_large: 'Too large.',
  unknown_key: 'This key is not known here.',
  unknown_clause: 'This trigger clause is not known.',
  unknown_value: 'This is none of the values allowed here.',
  unsupported: 'This is planned, but does nothing in this release.',
  unknown_feature: 'This feature is neither built in nor declared under features.',
  unknown_reference: 'Nothing in this configuration has this name.',
  missing: 'This is required.',
  missing_default_language: 'This text lacks the site’s default language.',
  wrong_type: 'This has the wrong type.',
  out_of_range: 'This number is outside its range, or this ends before it begins.',
  too_many: 'There are too many of these.',
  too_few: 'There are too few of these.',
  too_long: 'This text is too long.',
  too_late: 'This session ended more than 14 days before it was sent, or is older than what the site keeps.',
  erased: 'This visitor, or user, was erased; nothing more is kept of them.',
  unknown_event: 'This event is neither one of commerce nor the goal of a published campaign.',
  empty: 'This must not be empty.',
  paused_itself: 'This campaign paused itself; name it in `lift` (--lift-pause), or set it live alone.',
  ambiguous: 'This can be read in more than one way; keep one.',
  duplicate_id: 'This id is already taken.',
  unfair: 'With `fairness: strict` no discount may depend on what a score says of a visitor.',
  bad_text: 'This holds a control character, a mark that turns the direction of writing over, or half of a letter.',
  bad_id: 'An id has 1 to 64 letters, digits, dots, colons, dashes and underscores and starts with a letter or digit; it is no name that every object has, such as constructor.',
  bad_user: 'A user’s id has 1 to 128 characters, no space and no @: it is no address.',
  bad_duration: 'A duration is written 500ms, 10s, 30m, 24h or 7d.',
  bad_url: 'A link is https, mailto, tel or a path of the same origin.',
  bad_host: 'Webhooks may not go to this host: it is not in WEBHOOK_HOSTS, or not the host of this robot’s platform.',
  bad_selector: 'This is no CSS selector that can be watched.',
  bad_pattern: 'A page pattern is a path such as /checkout/*, ?step=pay or #/cart.',
  bad_locale: 'This is no language tag such as en or zh-Hans.',
  bad_currency: 'This is no ISO 4217 code such as EUR.',
  bad_time: 'A schedule’s time is written 2026-11-27T00:00, an offer’s end 2026-12-01T00:00Z or with an offset.',
  bad_hours: 'Hours are written mon-fri 09:00-18:00.',
  bad_time_zone: 'This is neither an IANA time zone nor visitor.',
} as const satisfies Record<string, string>;

/** A row of `CODES`. */
export type IssueCode = keyof typeof CODES;
