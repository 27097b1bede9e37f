import { Query } from 'mingo';
import type { Contender } from './Contender.ts';

/** The rule as mingo's queries, compiled once. */
export const mingo: Contender = (count) => {
  const rules = Array.from({ length: count }, () => new Query({ pageType: 'checkout', dwells: { $gte: 3 }, cartValue: { $gte: 50 }, shows: { $lt: 1 } }, {}));
  return (facts) => {
    let held = 0;
    for (const rule of rules) if (rule.test(facts)) held++;
    return held;
  };
};
