import { ENDED } from '../decide/ended.ts';
import { add } from '../add.ts';
import type { Clause, Core } from '../memory.ts';
import type { Observation } from '../observation.ts';
import { abandon } from './abandon.ts';
import { enterSensed } from './enterSensed.ts';
import { feel } from './feel.ts';
import { regain } from './regain.ts';
import { rescore } from './rescore.ts';
import { SCORE_MS } from './soon.ts';

/** Observations, and events by their names, that may move a score; a moved hand, another tab's word, what only the shop has a name for move none. */
const MOVING = /page|visi|cart|check|info|purch|error|exit|sense/;

/** Once on a visit of a page. */
const once = (core: Core, clause: Clause): void => {
  if (core.due[clause.key]) return;
  core.due[clause.key] = ENDED;
  core.occur(core, clause);
};

/** The finer senses: time passed; or, with an observation, that was folded in. */
export function foldSensed(core: Core, o?: Observation): void {
  const { tally: { counts }, due, sums, active } = core;
  if (!o) {
    if (core.type == 'product' && active > core.sensed) add(counts, 'product_ms', active - core.sensed);
    core.sensed = active;
    // Time alone is looked at where somebody waits for it; else the next observation tells.
    if (core.scored >= 0 && active - core.scored >= SCORE_MS) rescore(core);
    // Nothing but time makes a visitor idle: no other fact needs to look.
    if (core.visible) core.each(core, 'idle', (clause) => core.at - core.input < clause.spec.for! || once(core, clause));
    return;
  }
  // Whoever did something is idle anew.
  if (core.input == core.at) core.each(core, 'idle', ({ key }) => delete due[key]);
  switch (o.kind) {
    case 'page':
      enterSensed(core, o.again);
      break;
    case 'visibility':
      regain(core);
      break;
    case 'scroll':
      core.each(core, o.kind, (clause) => o.percent < clause.spec.percent! || once(core, clause));
      break;
    case 'exit_intent':
      // Help without consent hears of none, so that it stands in no other clause's way.
      if (core.permission.show == 'full') core.each(core, o.kind, (clause) => active - core.entered < (clause.spec.after || 0) || core.occur(core, clause));
      break;
    case 'form_success':
      core.begun = [];
      break;
    case 'sense':
      if (o.on == 'begun') core.begun = ['', ...o.targets || []];
      else if (o.on == 'sent') core.begun = [];
      else if (o.on == 'form_abandon') abandon(core);
      else feel(core, o);
  }
  for (let told = sums['revisits'] || 0; told < core.cart.revisits; told++) {
    sums['revisits'] = told + 1;
    core.each(core, 'cart_revisit', (clause) => core.occur(core, clause));
  }
  if (MOVING.test(o.kind == 'event' ? o.name : o.kind)) rescore(core);
}
