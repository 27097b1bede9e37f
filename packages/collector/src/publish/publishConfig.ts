import { CODES, compile, parseConfig, warningsOf, type Compiled, type ConfigDocument, type EpochMs, type Issue } from '@tactful/protocol';
import type { Site } from '../store/siteStore.ts';
import type { Stores } from '../store/createStores.ts';
import type { Pause } from '../store/pauseStore.ts';
import { etagOf } from './etagOf.ts';
import { factsOf } from './factsOf.ts';

export interface Publication {
  readonly site: Site;
  /** The configuration as written; validated here. */
  readonly source: unknown;
  readonly by: string;
  readonly note: string;
  readonly now: EpochMs;
  /** Campaigns that pause themselves by it. */
  readonly pauses?: readonly Pause[];
  /** Campaigns that paused themselves, and may be live again by it. */
  readonly lift?: readonly string[];
}

export type Published =
  | { readonly kind: 'published'; readonly document: ConfigDocument }
  | { readonly kind: 'invalid'; readonly issues: readonly Issue[] }
  | { readonly kind: 'conflict' };

/**
 * Validates, compiles and publishes a source as the site's next version, unless somebody published since `site` was read. A campaign that paused itself is not set live by the way: only where `lift` names it.
 */
export async function publishConfig({ configs, pauses: paused }: Pick<Stores, 'configs' | 'pauses'>, { site, source, by, note, now, pauses = [], lift = [] }: Publication): Promise<Published> {
  const parsed = parseConfig(source);
  if (!parsed.ok) return { kind: 'invalid', issues: parsed.issues };
  const [text, before, learned, standing] = await Promise.all([configs.compiled(site.id, site.version), configs.facts(site.id, site.version), configs.learned(site.id), paused.of(site.id)]);
  const held = new Set(standing.filter(({ lifted, campaign }) => !lifted && !lift.includes(campaign)).map(({ campaign }) => campaign));
  const campaigns = parsed.value.campaigns ?? [];
  const issues = campaigns.flatMap(({ id, status }, at): Issue[] => (status === 'live' && held.has(id) ? [{ code: 'paused_itself', path: `campaigns[${at}].status`, message: CODES.paused_itself }] : []));
  if (issues.length > 0) return { kind: 'invalid', issues };
  const previous = text === null ? undefined : JSON.parse(text) as Compiled;
  const compiled = compile(parsed.value, { siteId: site.id, salt: site.salt, ...(previous ? { previous } : {}), ...(learned && { learned }) });
  const facts = factsOf(compiled, before);
  const version = site.version + 1;
  const hash = compiled.device.version;
  const stored = await configs.publish({
    site: site.id, version, hash, at: now, by, note, source: JSON.stringify(parsed.value), compiled: JSON.stringify(compiled),
    facts: JSON.stringify(facts), offers: Object.keys(facts.offers),
    live: campaigns.flatMap(({ id, status }) => (status === 'live' ? [id] : [])), pauses,
  });
  if (!stored) return { kind: 'conflict' };
  const warnings = warningsOf(parsed.value);
  return { kind: 'published', document: { version, etag: etagOf({ version, hash }), at: now, by, source: parsed.value, ...(warnings.length > 0 && { warnings }) } };
}
