import { byteLength, LIMITS, type DeviceFrequency, type EpochMs, type Milliseconds, type ProfileAnswer } from '@tactful/protocol';
import type { KeptExposure, ProfileRows } from './ProfileRows.ts';
import type { ProfileTerms } from './ProfileTerms.ts';

type Scope = { shown: [at: EpochMs, session: string][]; lifetime: number; waitUntil: EpochMs };

/** Impressions told where a window counts them, the latest; elsewhere the first of a campaign is enough: conversions follow it. */
const SHOWN = 8;
const LETTERS: Readonly<Record<string, string>> = { treatment: 't', control: 'c', holdout: 'h' };

/** When the waits of one scope end that an exposure made: as the engine charges them, at the exposure and with its outcome. */
function waitOf({ at, arm, outcome, settled }: KeptExposure, { cooldown = 0, after = {} }: DeviceFrequency, converted: EpochMs | undefined): EpochMs {
  const ends = (from: EpochMs | undefined, wait: Milliseconds | undefined): EpochMs => (from !== undefined && wait ? from + wait : 0);
  return Math.max(
    ends(at, Math.max(cooldown, arm === 'treatment' ? 0 : after.ignore ?? 0)),
    outcome === 'none' ? 0 : ends(settled, after[outcome]),
    ends(converted, after.convert),
  );
}

/** Drops what was longest ago until it fits. What keeps silent for good goes last. */
function fit(answer: ProfileAnswer): ProfileAnswer {
  const names = Object.keys(answer.caps.scopes);
  while (byteLength(JSON.stringify(answer)) > LIMITS.profileBytes && names.length > 0) {
    const name = names.pop()!;
    delete (answer.caps.scopes as Record<string, Scope>)[name];
    if (name.startsWith('c:')) delete (answer.caps.arms as Record<string, string>)[name.slice(2)];
  }
  const attributes = Object.keys(answer.attributes);
  while (byteLength(JSON.stringify(answer)) > LIMITS.profileBytes && attributes.length > 0) delete (answer.attributes as Record<string, unknown>)[attributes.pop()!];
  return answer;
}

/**
 * What a device of the user is told: attributes that campaigns ask for; arms; and the caps as if this device had shown what others did. What the
 * asking visitor was shown themselves counts for `lifetime` and waits alone, since the device has it.
 */
export function profileAnswer({ attributes, exposures, goals }: ProfileRows, terms: ProfileTerms, { visitor, user }: { readonly visitor: string; readonly user?: string | undefined }): ProfileAnswer {
  const arms: Record<string, string> = {};
  const scopes = new Map<string, Scope & { latest: EpochMs }>();
  const firsts = new Map<string, EpochMs>();
  for (const exposure of exposures) {
    const { campaign, arm, at } = exposure;
    const own = terms.campaigns.get(campaign);
    if (!own || arm === 'shadow') continue;
    arms[campaign] ??= LETTERS[arm]!;
    const first = firsts.get(campaign) ?? firsts.set(campaign, at).get(campaign)!;
    const { goal, group } = own;
    const converted = goal && goals.findLast(({ event, at: done }) => event === goal.event && done >= first && done <= first + goal.within)?.at;
    for (const [name, frequency] of [[`c:${campaign}`, own.frequency], ...(group ? [[`g:${group}`, terms.groups[group] ?? {}] as const] : []), ['*', terms.frequency]] as const) {
      const scope = scopes.get(name) ?? scopes.set(name, { shown: [], lifetime: 0, waitUntil: 0, latest: 0 }).get(name)!;
      scope.lifetime++;
      scope.latest = at;
      scope.waitUntil = Math.max(scope.waitUntil, waitOf(exposure, frequency, converted));
      if (exposure.visitor !== visitor && (frequency.custom || (name.startsWith('c:') && scope.shown.length === 0))) scope.shown = [...scope.shown, [at, ''] as [number, string]].slice(-SHOWN);
    }
  }
  const order = [...scopes].sort(([one, a], [other, b]) => Number(other === '*') - Number(one === '*') || b.waitUntil - a.waitUntil || b.latest - a.latest);
  return fit({
    ...(user === undefined ? {} : { user }),
    attributes: Object.fromEntries(Object.entries(attributes).filter(([name]) => terms.attributes.has(name))),
    caps: { scopes: Object.fromEntries(order.map(([name, { shown, lifetime, waitUntil }]) => [name, { shown, lifetime, waitUntil }])), arms, optOut: exposures.some(({ optOut }) => optOut), latest: 0 },
  });
}
