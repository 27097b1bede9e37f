import type { Campaign, Core } from '../memory.ts';
import { ARMS } from './arms.ts';
import { share } from './share.ts';

/**
 * The letter of the visitor's arm: frozen at the first exposure, before that a matter of hashes, in ranges that begin
 * at 0, so that a larger control group or holdout keeps everyone it had. Without a visitor to measure all are treated.
 */
export function drawArm(core: Core, { spec }: Campaign): string {
  const frozen = core.caps.arms[spec.id]!;
  return spec.status == 'shadow' ? 's'
    : !core.permission.measured ? 't'
    : ARMS[frozen] ? frozen
    : share(core, '', 'holdout') < core.config.holdout ? 'h'
    : share(core, spec.id, 'control') < spec.control ? 'c' : 't';
}
