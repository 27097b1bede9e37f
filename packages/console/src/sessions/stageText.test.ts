import type { CartStage, Goal } from '@tactful/protocol';
import { expect, it } from 'vitest';
import { stageText } from './stageText.ts';

const goal = (event: string): Goal => ({ id: 'g', event, at: 1 });

it.each<[CartStage, Goal[], Record<string, number>, string]>([
  ['none', [], {}, 'No cart'], ['checkout', [], {}, 'Checkout'], ['cart', [goal('generate_lead')], { add_to_cart: 2 }, 'Cart'],
  ['purchased', [goal('purchase')], { purchase: 1 }, 'Purchase'],
  ['cart', [goal('purchase')], {}, 'Purchase, then anew: Cart'], ['payment', [], { purchase: 1 }, 'Purchase, then anew: Payment'],
  ['none', [goal('purchase')], {}, 'Purchase'],
])('stage %s with goals %j and counts %j reads %s', (stage, goals, counts, text) => {
  expect(stageText({ cart: { stage, items: 1, idleMs: 0, revisits: 0 }, goals, counts })).toBe(text);
});
