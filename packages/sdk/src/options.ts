import type { DeviceMessage, Summary } from '@tactful/protocol';
import type { MessageActions } from './act/show.ts';
import { CONSENTS, type Consent, type WithoutConsent } from './ship/consent.ts';

const text = String;
const oneOf = <T extends string>(words: readonly T[]) => (value: unknown): T | undefined => words.find((word) => word == value);
const flag = (value: unknown): boolean => /^(true)?$/.test(value as string);
const as = <T>(type: 'object' | 'function') => (value: unknown): T | undefined => (typeof value == type ? value as T : undefined);

/**
 * The one option table: the name, and how a value of `data-…`, `window.tactfulConfig` or `init()` is read. What can't be read
 * is as if it were not given.
 */
export const OPTIONS = {
  /** Public site key; required. */
  key: text,
  /** Origin of the collector. Default: the script's. */
  apiHost: text,
  /** `granted`, `functional`, `pending` or `denied`. Default `pending`. */
  consent: oneOf<Consent>(CONSENTS),
  /** What may show while nothing may be stored: `none`, `help` (default) or `all`. */
  withoutConsent: oneOf<WithoutConsent>(['none', 'help', 'all']),
  /** Inline configuration: none is fetched. */
  config: as<object>('object'),
  /** BCP 47. Default: the page's `lang`, then the browser's. */
  locale: text,
  /** Corner of messages, in the reading direction: `end` (default) or `start`. */
  position: oneOf<'end' | 'start'>(['end', 'start']),
  /** Sensors that need no configuration. Default true. */
  autocapture: flag,
  /** Shares the visitor with the site's other subdomains (`shop.example`), by a cookie; under `granted` only. */
  domain: text,
  /** Only for browsers without constructable stylesheets. */
  nonce: text,
  /** Logs with a prefix, and opens a panel that says why each campaign is not shown. Default false; also `?tactful_debug=1`. */
  debug: flag,
  /** The host's veto: false, a promise of it, a throw or more than 1 s is a no. */
  beforeShow: as<(message: DeviceMessage, campaign: string) => unknown>('function'),
  /** May take fields of a summary away, or all of it with null; never adds. */
  beforeShip: as<(summary: Summary) => unknown>('function'),
  /** Headless: the host draws the message. */
  render: as<(message: DeviceMessage, actions: MessageActions) => unknown>('function'),
};

/** What `init()` takes. */
export type TactfulOptions = { readonly [K in keyof typeof OPTIONS]?: NonNullable<ReturnType<(typeof OPTIONS)[K]>> } & { readonly key: string };
export type Settings = { [K in keyof typeof OPTIONS]?: NonNullable<ReturnType<(typeof OPTIONS)[K]>> };

/** Lays option sources over each other; the later wins. */
export function readOptions(...sources: readonly any[]): Settings {
  const settings: Record<string, unknown> = {};
  for (const source of sources) {
    for (const name of Object.keys(OPTIONS)) {
      const value = Object(source)[name];
      const read = value == null ? undefined : OPTIONS[name as keyof typeof OPTIONS](value);
      if (read !== undefined) settings[name] = read;
    }
  }
  return settings as Settings;
}
