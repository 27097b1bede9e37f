import type { SummaryBody } from '@tactful/protocol';
import type { Core } from '../memory.ts';
import { fit } from './fit.ts';
import { shipped } from './shipped.ts';

/** A summary is at most 4 KiB; its address takes the rest. */
const BODY_BYTES = 3_500;

/** The session so far: bounded, only names of the configuration, numbers and closed lists. Live records: write it down at once. */
export function summarize(core: Core): SummaryBody {
  const { tally, cart, offset, config: { model } } = core;
  core.urgent = false;
  const features = shipped(core).map(([name, read]) => [name, read(core)] as const).filter((entry) => entry[1] !== undefined);
  const body = { ...tally, model: model ? model.id : '', startedAt: tally.startedAt + offset, cart, features: Object.fromEntries(features) as Record<string, number>, loss: { ...tally.loss } };
  fit(body, body.loss, ['snapshots', 'gates', 'pages', 'signals', 'exposures', 'goals'], BODY_BYTES);
  return body;
}
