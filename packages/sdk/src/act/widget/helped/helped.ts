import { ask } from './ask.ts';
import { STYLES } from './STYLES.ts';

/** What this file is to the widget. */
export interface HelpedPart {
  readonly ask: typeof ask;
  readonly styles: string;
}

/** "Did this help?" */
export const helped: HelpedPart = { ask, styles: STYLES };
