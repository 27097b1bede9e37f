import type { ModelScore } from '../DeviceModel.ts';

/**
 * Can't get done what they came for. It rests on waiting, errors and dead ends; angry clicking hardly counts. Measured on
 * iWeb, the one set with a human label of frustration: clicks alone tell 0.59 (AUC), waits 0.8.
 */
export const struggle: ModelScore = {
  bias: -3.3,
  terms: [
    // The usual wait, not the longest: one slow answer is forgiven, and beside the mean neither the longest nor a count of slow ones
    // ranked anybody better. Unknown, before the first click, is taken for half a second.
    ['session.mean_wait_seconds', 1.2, 0.5, 'log1p'],
    ['session.dead_clicks', 1.2, 0, 'step', 1],
    ['session.dead_clicks', 0.2, 0, 'log1p'],
    ['session.form_errors', 1.3, 0, 'log1p'],
    // Bounded: a page whose own scripts fail all day must not make everybody struggle.
    ['session.errors', 1.2, 0, 'ramp', 0, 4],
    ['session.form_abandons', 0.6, 0, 'log1p'],
    ['session.field_hesitations', 0.6, 0, 'log1p'],
    ['views.help', 0.4, 0, 'log1p'],
    ['session.rage_clicks', 0.15, 0, 'log1p'],
  ],
};
