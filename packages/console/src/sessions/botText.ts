import type { Probability, Summary } from '@tactful/protocol';
import type { Format } from '../format/createFormat.ts';
import { word } from '../words/word.ts';

/** What the page sends where the browser says that it is driven; what the collector sets where the browser names a program. */
const DRIVEN: Probability = 0.5, NAMED: Probability = 1;

/** Why a session was taken as a bot's, as far as the summary's `bot` tells: between those two it is the pointer's score. */
export function botText({ bot }: Pick<Summary, 'bot'>, format: Format): string {
  const why = bot === NAMED ? word('session.bot.named') : bot === DRIVEN ? word('session.bot.driven') : word('session.bot.pointer', { share: format.share(bot) });
  return `${why} ${word('session.bot.body')}`;
}
