import { LIMITS } from '@tactful/protocol';
import type { Carried } from './engine.ts';
import type { Core } from './memory.ts';
import { fit } from './summarize/fit.ts';

/** The memory as plain data: its parts side by side, so that the largest can give way. Write it down at once. */
export function carry(core: Core): Carried {
  const { caps, tally, session } = core;
  const loss = { ...tally.loss };
  const body = { ...caps, ...tally, ...core, v: 1, session, loss, caps: null, tally: null, here: null };
  fit(body, loss, ['rows', 'due', 'scopes', 'arms', 'gates', 'attributes', 'pages', 'signals', 'exposures', 'goals', 'snapshots', 'steps', 'runs'], LIMITS.carriedBytes);
  return body as unknown as Carried;
}
