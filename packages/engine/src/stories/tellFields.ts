import type { DeviceClause, DeviceConfig } from '@tactful/protocol';
import { FIELD_MS } from '../sense/feel.ts';
import type { Story } from './STORIES.ts';

/** Time in a field as sensors tell it: at each threshold that somebody waits for, and at the one that is counted. */
export function tellFields({ campaigns }: DeviceConfig, steps: Story['steps']): Story['steps'] {
  const asked = (clause: DeviceClause): readonly number[] => [...(clause.on === 'field_hesitation' ? [clause.for!] : []), ...(clause.of ?? []).flatMap(asked)];
  const thresholds = [...new Set([FIELD_MS, ...campaigns.flatMap(({ trigger }) => trigger.clauses.flatMap(asked))])];
  return steps.flatMap(([at, fact]): Story['steps'] => (fact.kind !== 'field' ? [[at, fact]]
    : thresholds.filter((ms) => ms <= fact.seconds * 1_000).map((ms) => [at + ms / 1_000, { kind: 'sense', on: 'field_hesitation', targets: [], ms }])))
    .sort(([one], [other]) => one - other);
}
