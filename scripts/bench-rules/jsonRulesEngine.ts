import { Engine } from 'json-rules-engine';
import type { Contender } from './Contender.ts';

/** The rule in json-rules-engine. An unknown cart is left undefined, which its numeric operators answer with false. */
export const jsonRulesEngine: Contender = (count) => {
  const engine = new Engine([], { allowUndefinedFacts: true });
  for (let index = 0; index < count; index++) engine.addRule({
    event: { type: `rule-${index}` },
    conditions: { all: [
      { fact: 'pageType', operator: 'equal', value: 'checkout' },
      { fact: 'dwells', operator: 'greaterThanInclusive', value: 3 },
      { fact: 'cartValue', operator: 'greaterThanInclusive', value: 50 },
      { fact: 'shows', operator: 'lessThan', value: 1 },
    ] },
  });
  return async (facts) => (await engine.run({ ...facts })).events.length;
};
