import type { Trace } from '@tactful/protocol';
import type { Core } from '../memory.ts';
import { findDue } from './findDue.ts';
import { judge } from './judge.ts';

/** Every gate of every campaign, or of one. */
export function explain(core: Core, id?: string): readonly Trace[] {
  const { campaigns, slot } = core;
  const winner = findDue(core, 'live');
  return Object.keys(campaigns).filter((key) => id == null || key == id).map((campaign) => {
    const gates = judge(core, campaigns[campaign]!, winner);
    return {
      campaign,
      eligible: gates.slice(0, 12).every((gate) => gate.passed),
      shown: !!slot && slot.campaign == campaign && slot.arm == 'treatment',
      gates,
    };
  });
}
