import { BASE } from './base.ts';
import { CONTROLS } from './controls.ts';
import { KINDS } from './kinds.ts';
import { TALK } from './talk.ts';

/** The one style sheet of the widget. */
export const CSS = BASE + CONTROLS + KINDS + TALK;
