import type { DeviceModel, IntentState, ModelScore, ModelTerm } from './DeviceModel.ts';
import { EURO_SIZES } from './EURO_SIZES.ts';
import { abandon } from './experts/abandon.ts';
import { highValue } from './experts/highValue.ts';
import { likelyBuyer } from './experts/likelyBuyer.ts';
import { priceDoubt } from './experts/priceDoubt.ts';
import { struggle } from './experts/struggle.ts';

const EXPERTS: Readonly<Record<IntentState, ModelScore>> = { abandon, price_doubt: priceDoubt, struggle, high_value: highValue, likely_buyer: likelyBuyer };

/** The scores that work with no data at all: what is known of shoppers, as weights. They rank; they are not calibrated to a shop. */
export function expertModel(states: readonly IntentState[], currency?: string): DeviceModel {
  const size = EURO_SIZES[currency ?? ''] ?? 1;
  const stretch = (term: ModelTerm): ModelTerm => {
    const [feature, weight, missing, transform, low = 0, high = 0] = term;
    return feature === 'cart.value' ? [feature, weight, missing, transform, low * size, high * size] : term;
  };
  const scaled = ({ bias, terms = [] }: ModelScore): ModelScore => ({ bias, terms: terms.map(stretch) });
  return { id: 'expert-1', states: Object.fromEntries(states.map((state) => [state, scaled(EXPERTS[state])])) };
}
