import type { Summary } from '@tactful/protocol';
import { word } from '../words/word.ts';
import { wordOr } from '../words/wordOr.ts';

/** How far the session came. A cart begun after a purchase does not take the purchase away. */
export function stageText({ cart: { stage }, goals, counts }: Pick<Summary, 'cart' | 'goals' | 'counts'>): string {
  const bought = (counts['purchase'] ?? 0) > 0 || goals.some(({ event }) => event === 'purchase');
  if (!bought || stage === 'purchased') return wordOr('stage', stage);
  return stage === 'none' ? word('stage.purchased') : word('stage.again', { stage: wordOr('stage', stage) });
}
