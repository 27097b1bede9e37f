import type { Core } from '../core.ts';
import type { Campaign } from './clause.ts';
import { judge } from './judge.ts';

/** Every gate up to `priority` is open (who comes first is not asked here). */
export function passes(core: Core, campaign: Campaign): boolean {
  return judge(core, campaign).pop()!.passed;
}
