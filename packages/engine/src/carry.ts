import { LIMITS, type Bytes } from '@tactful/protocol';
import type { Carried } from './engine.ts';
import type { Core } from './memory.ts';
import { fit } from './summarize/fit.ts';

/** The memory as plain data: its parts side by side, so that the largest can give way. Write it down at once. */
export function carry(core: Core, limit: Bytes = LIMITS.carriedBytes): Carried {
  const { caps, tally, session } = core;
  const loss = { ...tally.loss };
  const memory = core.remembered.map((name) => [name, core[name as keyof Core]]);
  const body = { ...Object.fromEntries(memory), ...caps, ...tally, v: 1, session, loss, caps: null, tally: null };
  fit(body, loss, ['rows', 'due', 'scopes', 'arms', 'gates', 'attributes', 'pages', 'signals', 'exposures', 'goals', 'snapshots', 'steps', 'runs'], limit);
  return body as unknown as Carried;
}
