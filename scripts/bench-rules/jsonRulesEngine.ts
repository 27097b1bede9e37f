import { Engine } from 'json-rules-engine';
import type { Contender } from './Contender.ts';

/**
 * The rule in json-rules-engine. An unknown cart is left undefined, which its numeric operators answer with false. With priorities it stops
 * at the first condition that fails, as the others do; without, it weighs all four.
 */
export const jsonRulesEngine: Contender = (count) => {
  const engine = new Engine([], { allowUndefinedFacts: true });
  for (let index = 0; index < count; index++) engine.addRule({
    event: { type: `rule-${index}` },
    conditions: { all: [
      { fact: 'pageType', operator: 'equal', value: 'checkout', priority: 4 },
      { fact: 'dwells', operator: 'greaterThanInclusive', value: 3, priority: 3 },
      { fact: 'cartValue', operator: 'greaterThanInclusive', value: 50, priority: 2 },
      { fact: 'shows', operator: 'lessThan', value: 1, priority: 1 },
    ] },
  });
  return async (facts) => (await engine.run({ ...facts })).events.length;
};
