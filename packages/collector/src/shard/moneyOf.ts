import type { Goal } from '@tactful/protocol';
import type { GoalRow } from './VisitorRows.ts';

/** Goals that are money: without any they are incomplete. */
const MONEY: readonly string[] = ['purchase', 'refund'];

/** Money in thousandths of the site's currency; what is in another currency counts as a goal without value. A refund is negative. */
export function moneyOf({ event, value, currency }: Pick<Goal, 'event' | 'value' | 'currency'>, site: string | undefined): Pick<GoalRow, 'mills' | 'lacks'> {
  const lacks = value === undefined ? 'value' : currency !== undefined && site !== undefined && currency !== site ? 'currency' : '';
  if (value === undefined || lacks) return { mills: 0, lacks: MONEY.includes(event) ? lacks : '' };
  return { mills: Math.round((event === 'refund' ? -Math.abs(value) : value) * 1_000), lacks };
}
