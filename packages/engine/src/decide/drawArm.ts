import type { Core } from '../core.ts';
import { ARMS } from './arms.ts';
import type { Campaign } from './clause.ts';
import { share } from './share.ts';

/**
 * The visitor's arm: frozen at the first exposure, before that a matter of hashes, in ranges that begin at 0, so that
 * a larger control group or holdout keeps everyone it had. Without a visitor to measure all are treated.
 */
export function drawArm(core: Core, { spec }: Campaign): keyof typeof ARMS {
  const { config, visitor } = core.options;
  const frozen = core.caps.arms[spec.id];
  return spec.status == 'shadow' ? 's'
    : !core.state.permission.measured ? 't'
    : frozen ? frozen as 't'
    : share(config.site.salt, visitor) < config.holdout ? 'h'
    : share(config.site.salt, spec.id, visitor) < spec.control ? 'c' : 't';
}
