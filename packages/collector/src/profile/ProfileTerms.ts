import type { Compiled, DeviceCondition, DeviceFrequency, Milliseconds } from '@tactful/protocol';

/** What of a published configuration says what a user's devices need to know. */
export interface ProfileTerms {
  /** Names of the attributes that campaigns ask for, without `user.` or `x.`. */
  readonly attributes: ReadonlySet<string>;
  /** Live campaigns. */
  readonly campaigns: ReadonlyMap<string, { readonly group?: string; readonly frequency: DeviceFrequency; readonly goal?: { readonly event: string; readonly within: Milliseconds } }>;
  readonly groups: Readonly<Record<string, DeviceFrequency>>;
  readonly frequency: DeviceFrequency;
}

const NAMED = /^(?:user|x)\./;

/** Features that a condition names, wherever in a campaign it stands. */
function* featuresOf(value: unknown): Generator<string> {
  if (typeof value !== 'object' || value === null) return;
  const { feature } = value as Partial<Extract<DeviceCondition, { feature: string }>>;
  if (typeof feature === 'string') yield feature;
  for (const part of Object.values(value)) yield* featuresOf(part);
}

export function termsOf({ device: { campaigns, groups, frequency } }: Pick<Compiled, 'device'>): ProfileTerms {
  const named = [...featuresOf(campaigns.map(({ trigger, conditions }) => [trigger, conditions]))].filter((feature) => NAMED.test(feature));
  return {
    attributes: new Set(named.map((feature) => feature.replace(NAMED, ''))), groups, frequency,
    campaigns: new Map(campaigns.filter(({ status }) => status === 'live').map(({ id, group, frequency: own, goal }) => [id, { frequency: own, ...(group && { group }), ...(goal && { goal }) }])),
  };
}
