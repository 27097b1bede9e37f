import { GATES, type EpochMs, type GateTrace, type Scalar } from '@tactful/protocol';
import type { Campaign, Core, Mutable } from '../memory.ts';
import { ARMS } from './arms.ts';
import { checkCaps } from './checkCaps.ts';
import { chooseMessage } from './chooseMessage.ts';
import { drawArm } from './drawArm.ts';
import { evaluate } from './evaluate.ts';
import { FRESH } from './fresh.ts';
import { isHere } from './isHere.ts';
import { look } from './look.ts';
import { readFeature } from './readFeature.ts';
import { scopesOf, type Scope } from './scopesOf.ts';
import { seenOf } from './seenOf.ts';

/**
 * Leads a campaign through its gates, in order.
 * @param winner for `explain()`, which looks at every gate: the campaign that is due, or empty. Without it: up to
 * `priority`, and no further than the first that is shut.
 */
export function judge(core: Core, campaign: Campaign, winner?: string): GateTrace[] {
  const { spec, clauses } = campaign;
  const { now, caps, config, permission: { show, capsKnown }, slot } = core;
  const { id, status, rollout, schedule, conditions } = spec;
  const { unfit, openAt, rolled } = look(core, id);
  const { late = 0, fired = [] } = core.open[id] || {};
  const seen: Record<string, Scalar | undefined> = {};
  const traces: GateTrace[] = [];
  // Lists are made for `explain()` alone; what an exposure keeps is numbers.
  const told = winner != null;
  // True: stop here. So a chain of `||` looks at no gate behind a shut one.
  const gate = (passed: boolean, value?: unknown, wanted?: unknown, opensAt: EpochMs = Infinity): boolean => {
    const trace: Mutable<GateTrace> = { gate: GATES[traces.length]!, passed, value, wanted };
    if (!passed && opensAt < Infinity) trace.opensAt = opensAt;
    traces.push(trace);
    return !told && !passed;
  };
  const cap = (scope: Scope): boolean => {
    const [value, wanted, opensAt] = checkCaps(core, scope);
    return opensAt ? gate(false, value, wanted, opensAt) : gate(true, (caps.scopes[scope[0]] || FRESH).lifetime, scope[1]);
  };
  const manner = (): boolean => gate(late != traces.length, late == traces.length, false);
  const helps = (): boolean => show == 'help' && !core.shownHere && !chooseMessage(core, campaign).message.offer;
  const wanted = told && clauses.map((clause) => clause.times);
  const opensAt = openAt ? openAt(now) : now;
  const holder = slot ? slot.campaign : winner;

  if (gate(!unfit && !config.halt, unfit ? 'unsupported:' + unfit : config.halt ? 'halted' : status, 'live')
    || gate(rolled < rollout, rolled, rollout)
    || gate(opensAt <= now, schedule && now, schedule, opensAt)
    || gate(!caps.optOut && (show == 'full' ? capsKnown : !unfit && helps()), caps.optOut ? 'opt_out' : capsKnown ? show : 'caps_unknown', 'full')
    || gate(clauses.some((clause) => isHere(core, clause)), core.page || core.type, told && clauses.map((clause) => clause.spec.page || '*'))
    || gate(!!fired.length, wanted && clauses.map((clause, place) => (fired.includes(place) ? wanted[place] : seenOf(core, clause))), wanted)
    || gate(!conditions || !unfit && evaluate(conditions, (name) => (seen[name] = readFeature(core, name))) > 0, seen, conditions)
    || scopesOf(core, campaign).some(cap)
    || manner()
    || gate(!holder || (!slot && holder == id), holder, id)
    || !told) return traces;
  for (let index = 12; index < 17; index++) manner();
  const arm = ARMS[drawArm(core, campaign)];
  gate(arm == 'treatment', arm, 'treatment');
  gate(!core.tally.exposures.some((one) => one.campaign == id && one.reason == 'veto'), '', '');
  return traces;
}
