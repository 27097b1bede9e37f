/** Not deployed: the intake's route and the object that it writes to, alone, so that what they need can be weighed. */
import { openGuards } from '../../packages/collector/src/routes/openGuards.ts';
import { summariesRoute } from '../../packages/collector/src/routes/summariesRoute.ts';
import { serve } from '../../packages/collector/src/serve.ts';

export { SiteShard } from '../../packages/collector/src/shard/SiteShard.ts';

export default serve([summariesRoute], openGuards);
