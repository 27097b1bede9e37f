import { GATES, type EpochMs, type GateTrace, type Scalar } from '@tactful/protocol';
import type { Core } from '../core.ts';
import { readFeatures } from '../summarize/readFeatures.ts';
import { checkCaps } from './checkCaps.ts';
import { chooseMessage } from './chooseMessage.ts';
import type { Campaign } from './clause.ts';
import { ARMS } from './arms.ts';
import { drawArm } from './drawArm.ts';
import { evaluate } from './evaluate.ts';
import { share } from './share.ts';

/**
 * Leads a campaign through its gates, in order.
 * @param winner for `explain()`, which looks at every gate: the campaign that is due, or empty. Without it: up to
 * `priority`, and no further than the first that is shut.
 */
export function judge(core: Core, campaign: Campaign, winner?: string): GateTrace[] {
  const { spec, unsupported, open, clauses, scopes } = campaign;
  const { now, state, caps, tally } = core;
  const { config, visitor } = core.options;
  const { show, capsKnown } = state.permission;
  const whole = winner != null;
  const traces: GateTrace[] = [];
  // True: stop here. So a chain of `||` looks at no gate behind a shut one.
  const gate = (passed: boolean, value: unknown, wanted: unknown, opensAt?: EpochMs): boolean => {
    const shut = { gate: GATES[traces.length]!, passed, value, wanted };
    traces.push(!passed && opensAt! < Infinity ? { ...shut, opensAt: opensAt! } : shut);
    return !whole && !passed;
  };
  const cap = (index: number): boolean => {
    const [key, frequency] = scopes[index]!;
    const { value, wanted, opensAt } = checkCaps(core, key, frequency);
    return opensAt ? gate(false, value, wanted, opensAt) : gate(true, (caps.scopes[key] || { lifetime: 0 }).lifetime, frequency);
  };
  const late = (name: number): boolean => gate(!open || open.late != name, !!open && open.late == name, false);
  const rolled = (): number => share(config.site.salt, spec.id, visitor, 'rollout');
  const opensAt = campaign.openAt ? campaign.openAt(now) : now;
  const helps = (): boolean => {
    const { kind, offer } = chooseMessage(core, campaign).message;
    return show == 'help' && !state.shownHere && kind != 'coupon' && !offer && !(open && open.fired.some((one) => one.spec.on == 'exit_intent'));
  };
  const seen: Record<string, Scalar | undefined> = {};
  const holder = state.slot ? state.slot.campaign : winner;

  gate(!unsupported && !config.halt, unsupported ? 'unsupported:' + unsupported : config.halt ? 'halted' : spec.status, 'live')
    || gate(rolled() < spec.rollout, rolled(), spec.rollout)
    || gate(opensAt <= now, spec.schedule && now, spec.schedule, opensAt)
    || gate(!caps.optOut && (show == 'full' ? capsKnown : helps()), caps.optOut ? 'opt_out' : capsKnown ? show : 'caps_unknown', 'full')
    || gate(clauses.some(({ spec: { page } }) => !page || page == state.page || page == 'type:' + state.type), state.page || state.type, clauses.map((one) => one.spec.page))
    || gate(!!open, open ? open.fired[0]!.times : clauses.map(({ rows }) => Math.max(0, ...Object.keys(rows).map((row) => rows[row]!.length))), clauses.map((one) => one.times))
    || gate(!spec.conditions || !!evaluate(spec.conditions, (name) => (seen[name] = readFeatures(core)[name.replace(/^x\./, 'user.')])), seen, spec.conditions)
    || cap(0) || cap(1) || cap(2)
    || late(10)
    || gate(!holder || (!state.slot && holder == spec.id), holder || '', spec.id);
  if (whole) {
    for (let index = 12; index < 17; index++) late(index);
    const arm = ARMS[drawArm(core, campaign)];
    gate(arm == 'treatment', arm, 'treatment');
    gate(!tally.exposures.some((one) => one.campaign == spec.id && one.reason == 'veto'), '', '');
  }
  return traces;
}
