import { askAll } from './askAll.ts';
import { STYLES } from './STYLES.ts';

/** What this file is to the widget. */
export interface SurveyPart {
  readonly askAll: typeof askAll;
  readonly styles: string;
}

/** Surveys. */
export const survey: SurveyPart = { askAll, styles: STYLES };
