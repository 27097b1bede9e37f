import type { Carried, EngineOptions } from './engine.ts';
import type { Laid } from './createCore.ts';
import type { Memory } from './memory.ts';
import { record } from './record.ts';

/** Carried side by side with the rest. */
const NESTED = ['caps', 'tally'];
/** What a new session does not take over from the one before: its behavior. */
const BEHAVIOR = ['steps', 'cart', 'cartAt', 'cartViews', 'runs', 'due', 'rows', 'open', 'inView', 'over', 'active', 'entered', 'sensed', 'scored', 'before', 'begun', 'sums'];

/** Fields of `from` laid over those of the same kind in `to`; records lose their prototype. */
function lay(to: object, from: Carried): void {
  const fields = to as Record<string, unknown>;
  for (const key of Object.keys(fields)) {
    const was = fields[key];
    const value = from[key];
    if (value != null && (was === null || (typeof value == typeof was && Array.isArray(value) == Array.isArray(was))))
      fields[key] = typeof value == 'object' && !Array.isArray(value) ? record(value as object) : value;
  }
}

/**
 * Lays carried state over a new memory. Another session than the one carried begins with the caps, the place and the
 * attributes only; `zero` keeps all decisions and no counter. What cannot be read is counted, and nothing of it is taken.
 */
export function restore(memory: Memory, carried: Carried, options: EngineOptions): Laid | void {
  const { caps, tally } = memory;
  const before = { ...memory, caps: { ...caps }, tally: { ...tally, loss: record({ carried: 1 }) as Memory['tally']['loss'] } };
  try {
    const same = carried['session'] == options.session;
    const gone = same ? NESTED : [...NESTED, ...BEHAVIOR];
    lay(memory, { ...carried, ...Object.fromEntries(gone.map((name) => [name, null])) });
    lay(caps, carried);
    if (same && !options.zero) lay(tally, carried);
    // The device's clock never goes back, it goes on from where it stood; and then the server's time is to be told anew.
    const shift = Math.max(0, memory.at - options.at);
    if (shift) memory.server = false;
    memory.at = options.at + shift;
    return { shift, fresh: !same };
  } catch (_error) {
    // Nothing of ours: it begins anew, and says so.
    Object.assign(memory, before);
  }
}
