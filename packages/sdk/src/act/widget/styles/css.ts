import { BANNER } from './banner.ts';
import { BASE } from './base.ts';
import { CONTROLS } from './controls.ts';
import { KINDS } from './kinds.ts';

/** What every message wears. */
export const CSS = BASE + CONTROLS + KINDS + BANNER;
