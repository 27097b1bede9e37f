import { conversation } from './conversation.ts';
import { film } from './film.ts';
import { STYLES } from './STYLES.ts';

/** What this file is to the widget. */
export interface TalkPart {
  readonly conversation: typeof conversation;
  readonly film: typeof film;
  readonly styles: string;
}

/** Everything that only some messages need. */
export const talk: TalkPart = { conversation, film, styles: STYLES };
