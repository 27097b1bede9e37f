import type { DevicePage, DeviceSignal } from '../device.ts';
import type { ConfigSource, PageSource, SignalSource } from '../source/configuration.ts';
import { compileCampaign } from './compileCampaign.ts';
import type { Naming } from './compileClause.ts';
import { compileEvents } from './compileEvents.ts';
import { compileFrequency } from './compileFrequency.ts';
import { compileModel } from './compileModel.ts';
import { compileOffers } from './compileOffers.ts';
import { compileParts } from './compileParts.ts';
import type { Compiled } from './Compiled.ts';
import { contentHash } from './contentHash.ts';
import type { DeviceModel } from '../model/DeviceModel.ts';
import { isDiscount } from '../source/isDiscount.ts';
import { isStrict } from '../source/isStrict.ts';
import { opensChat } from '../source/opensChat.ts';
import { dropPersonal } from './dropPersonal.ts';
import { localesOf } from './localesOf.ts';

/** Share kept out of everything where the configuration says none. */
export const HOLDOUT_PRESET = 0.05;

/** What a configuration does not say itself. */
export interface CompileOptions {
  readonly siteId: string;
  /** Hashed with campaign and visitor to an arm; the same for the life of the site. */
  readonly salt: string;
  /** The publication before, so that only changed campaigns get a new version. */
  readonly previous?: Pick<Compiled, 'versions'>;
  /** What was learned for the site. */
  readonly learned?: DeviceModel;
}

/** Turns a valid source into the device's form, in all languages. Pure; equal sources give equal results. */
export function compile(source: ConfigSource, { siteId, salt, previous, learned }: CompileOptions): Compiled {
  const targets: string[] = [];
  const events = compileEvents(source.events);
  const renamed = new Map(Object.entries(events));
  const event = (name: string): string => renamed.get(name) ?? name;
  const naming: Naming = {
    intern(selector) {
      const at = targets.indexOf(selector);
      return at < 0 ? targets.push(selector) - 1 : at;
    },
    event,
    fact: (name) => (source.signals?.some(({ id }) => id === name) ? name : event(name)),
  };
  const versions = versionsOf(source, previous?.versions ?? {});
  const live = (source.campaigns ?? []).filter(({ status }) => status === 'live' || status === 'shadow').map((campaign) => {
    const { conditions, ...rest } = campaign;
    if (!conditions || !isStrict(source) || !isDiscount(campaign)) return campaign;
    const left = dropPersonal(conditions);
    return { ...rest, ...(left && { conditions: left }) };
  });
  const { locale = 'en', currency } = source.site ?? {};
  const signals = (source.signals ?? []).map((signal) => compileSignal(signal, naming));
  const campaigns = live.map((campaign) => compileCampaign(campaign, versions[campaign.id]?.version ?? 1, naming));
  const groups = Object.entries(source.groups ?? {}).map(([id, frequency]) => [id, compileFrequency(frequency)]);
  const { device: offers, terms } = compileOffers(source.offers ?? {});
  const model = compileModel(source, live, learned);
  const device = {
    v: 1 as const,
    site: { id: siteId, salt, ...(currency !== undefined && { currency }) },
    pages: (source.pages ?? []) as readonly PageSource[] as readonly DevicePage[],
    signals, targets, campaigns, offers, events,
    sources: source.sources ?? ['dataLayer'],
    groups: Object.fromEntries(groups) as Record<string, ReturnType<typeof compileFrequency>>,
    frequency: compileFrequency(source.frequency),
    holdout: source.holdout ?? HOLDOUT_PRESET,
    parts: compileParts(live, !!model),
    ...(model && { model }),
    ...(source.halt && { halt: true }),
  };
  // Answers weigh, and only a chat asks for them.
  const { faq, ...spoken } = source;
  const asked = faq && live.some(opensChat) ? { faq } : {};
  const rest = { defaultLocale: locale, locales: localesOf({ ...spoken, ...asked }, live), texts: source.texts ?? {}, offers: terms, ...asked };
  return { device: { ...device, version: contentHash([device, rest]) }, ...rest, versions };
}

function compileSignal(source: SignalSource, { intern, event }: Naming): DeviceSignal {
  if (source.on === 'event') return { ...source, name: event(source.name) };
  const { target, ...rest } = source;
  return { ...rest, target: intern(target) };
}

/** A campaign's version counts the publications that changed what it does or says; name and status are neither. */
function versionsOf({ campaigns = [] }: ConfigSource, before: Compiled['versions']): Compiled['versions'] {
  const rows = campaigns.map(({ name: _name, status: _status, ...campaign }) => {
    const hash = contentHash(campaign);
    const last = before[campaign.id];
    return [campaign.id, last?.hash === hash ? last : { version: (last?.version ?? 0) + 1, hash }];
  });
  // A campaign that was taken out keeps its row: if it comes back changed, its version must not repeat.
  return { ...before, ...Object.fromEntries(rows) };
}
