import { SENSE } from '@tactful/engine';
import type { Joining } from '../core.ts';
import { startClicks } from './clicks.ts';
import { startExit } from './exit.ts';
import { startFields } from './fields.ts';
import { startHand } from './hand.ts';
import { startHesitation } from './hesitation.ts';
import { startTopics } from './topics.ts';
import { startTouchExit } from './touchExit.ts';
import { clausesOf, createWatched, type Watched } from './watched.ts';

/** The finer senses: what clicks, pointers, fields and comings and goings tell. */
export const join: Joining['join'] = (core, sensors) => {
  Object.assign(core.stages, SENSE);
  if (core.settings.autocapture == false) return;
  let watched: Watched;
  sensors.join((scope) => {
    const config = core.config!;
    const clauses = clausesOf(config);
    watched = createWatched(config);
    const named = clauses.filter(({ on, target }) => on == 'hesitation' && target != null).map(({ target }) => [target!, config.targets[target!]!] as const);
    startHesitation(core, scope, new Map(named));
    startFields(core, scope, watched, clauses.filter(({ on }) => on == 'field_hesitation').map((clause) => clause.for!));
  });
  [startExit, startTouchExit, startTopics, startHand].forEach((start) => start(core));
  startClicks(core, () => watched);
  // The click that led here was answered by this page.
  const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  if (entry && entry.type == 'navigate' && document.referrer.startsWith(location.origin + '/')) core.observe({ kind: 'sense', on: 'slow', ms: Math.round(entry.domInteractive) });
};
