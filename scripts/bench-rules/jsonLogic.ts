import { default as logic } from 'json-logic-js';
import type { Contender } from './Contender.ts';

/** The rule in json-logic-js. */
export const jsonLogic: Contender = (count) => {
  const rules = Array.from({ length: count }, () => ({ and: [
    { '==': [{ var: 'pageType' }, 'checkout'] },
    { '>=': [{ var: 'dwells' }, 3] },
    { '>=': [{ var: 'cartValue' }, 50] },
    { '<': [{ var: 'shows' }, 1] },
  ] }));
  return (facts) => {
    let held = 0;
    for (const rule of rules) if (logic.apply(rule, facts)) held++;
    return held;
  };
};
