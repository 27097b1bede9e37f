import { SENSE } from '@tactful/engine';
import type { Joining } from '../core.ts';
import { startExit } from './exit.ts';

/** The finer senses: what clicks, pointers, fields and comings and goings tell. */
export const join: Joining['join'] = (core, _sensors) => {
  Object.assign(core.stages, SENSE);
  if (core.settings.autocapture != false) startExit(core);
};
