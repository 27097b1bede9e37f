import { LIMITS, type Scalar } from '@tactful/protocol';
import { add } from '../add.ts';
import { hash } from '../decide/hash.ts';
import { scopesOf } from '../decide/scopesOf.ts';
import { settle } from '../decide/settle.ts';
import type { Core } from '../memory.ts';

/** A goal's event: recorded once per order, and the outcome of every campaign whose first exposure it follows in time. */
export function foldGoal(core: Core, name: string, { value, currency, transaction_id: order }: Readonly<Record<string, Scalar>>): void {
  const { now, goals, caps, tally, config } = core;
  const refund = name == 'refund';
  if (!goals[refund ? 'purchase' : name]) return;
  const key = [config.site.id, name, order || [value, now]].join();
  const id = hash(key).toString(36) + hash('2' + key).toString(36);
  if (tally.goals.some((one) => one.id == id)) return;
  if (tally.goals.length < LIMITS.goals) tally.goals = [...tally.goals, {
    id, event: name, at: now, ...(Number.isFinite(value) && { value: refund ? -Math.abs(value as number) : value as number, currency: currency as string }),
  }];
  else add(tally.loss, 'goals');
  core.urgent = true;
  for (const campaign of goals[name] || []) {
    const { spec } = campaign;
    const scope = caps.scopes[scopesOf(core, campaign)[0]![0]];
    // As the edge attributes, from the first one; of more than are kept, the oldest of those stands for it.
    if (scope && scope.shown[0] && now - scope.shown[0][0] <= spec.goal!.within) settle(core, 'campaign', spec.id, 'convert', '');
  }
}
