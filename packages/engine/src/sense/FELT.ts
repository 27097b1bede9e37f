import type { Core } from '../memory.ts';
import { record } from '../record.ts';
import type { Read } from '../summarize/TOLD.ts';
import { VIEWED } from './enterSensed.ts';

type Counted = readonly [feature: string, count: string, unit?: number];
const ofSession = (count: string): Counted => ['session.' + count, count];

/** The features that the finer senses count: the counter of each, and how many of it are one; 0 where no counter tells it alone. In the registry's order. */
const COUNTED: readonly Counted[] = [
  ...['rage_clicks', 'dead_clicks', 'slow_clicks'].map(ofSession),
  ['session.wait_seconds', 'wait_ms', 1_000],
  ['session.mean_wait_seconds', '', 0],
  ...['hesitations', 'field_hesitations', 'form_abandons', 'returns', 'backtracks', 'exit_intents'].map(ofSession),
  ...['price', 'shipping', 'returns', 'coupon'].map((topic): Counted => ['attention.' + topic + '_seconds', topic + '_ms', 1_000]),
  ...VIEWED.map((type): Counted => ['views.' + type, type + '_views']),
  ['seconds.product', 'product_ms', 1_000],
  ['cart.added', 'add_to_cart'],
  ['cart.removed', 'remove_from_cart'],
];

/** A mean, and of nothing there is none. */
const meanWait: Read<number> = ({ tally: { counts } }) => {
  const waits = counts['waits'];
  return waits ? Math.round(counts['waited_ms']! / waits / 10) / 100 : undefined;
};

/** How each is read, to a tenth. */
export const FELT = record<Read<number>>(Object.fromEntries(COUNTED.map(([feature, count, unit = 1]) =>
  [feature, unit ? ({ tally: { counts } }: Core) => Math.round(10 * (counts[count] || 0) / unit) / 10 : meanWait])));
