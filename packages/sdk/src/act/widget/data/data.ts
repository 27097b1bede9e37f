import { outline } from './outline.ts';
import { STYLES } from './STYLES.ts';

/** What this file is to the widget. */
export interface DataPart {
  readonly outline: typeof outline;
  readonly styles: string;
}

/** A look at data, in words. */
export const data: DataPart = { outline, styles: STYLES };
