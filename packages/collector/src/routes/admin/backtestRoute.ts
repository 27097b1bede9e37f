import { LIMITS, parseConfig, type ConfigSource } from '@tactful/protocol';
import { docs } from '#docs';
import { readBacktest } from '../../report/readBacktest.ts';
import { route } from '../route.ts';

export const backtestRoute = route<ConfigSource>({
  method: 'POST', path: '/v1/admin/sites/:site/backtest', who: 'editor', action: 'backtest',
  body: { as: 'json', parse: parseConfig, schema: docs({ type: 'object', description: 'ConfigSource; see docs/reference/configuration.md' }), bytes: LIMITS.configBytes, depth: LIMITS.configDepth },
  docs: docs({
    does: 'In how many stored sessions each clause of the source in the body fired, at least and at most, as far as summaries tell. Publishes nothing.',
    answers: [200, 'Backtest'], errors: ['invalid', 'bad_version'],
  }),
  handle: async (c, source) => c.json(await readBacktest(c, source)),
});
