import type { Core } from '../memory.ts';
import { judge } from './judge.ts';
import { outranks } from './outranks.ts';

/** The best open opportunity, of live campaigns or of shadows, whose gates up to `priority` pass; empty for none. */
export function findDue(core: Core, status: 'live' | 'shadow'): string {
  let best = '';
  // Nobody passes `priority` while somebody is there.
  if (core.slot) return best;
  for (const id in core.open) {
    const campaign = core.campaigns[id]!;
    if (campaign.spec.status == status && (!best || outranks(core, id, best)) && judge(core, campaign).pop()!.passed) best = id;
  }
  return best;
}
