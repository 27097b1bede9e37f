import type { CampaignReport, Difference } from '@tactful/protocol';
import type { WordKey } from '../words/en.ts';

const sideOf = (of: Difference | null): 'more' | 'less' | undefined => (!of ? undefined : of.low > 0 ? 'more' : of.high < 0 ? 'less' : undefined);

/** What the intervals say in one sentence: of value, if that lies wholly on one side of zero, else of conversions, else that it is not known. */
export function liftVerdict({ value, conversion }: CampaignReport['lift']): WordKey {
  const [worth, often] = [sideOf(value), sideOf(conversion)];
  return worth ? `lift.value.${worth}` : often ? `lift.conversion.${often}` : 'lift.open';
}
