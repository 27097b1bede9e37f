import type { Core } from '../memory.ts';
import { record } from '../record.ts';
import { TOLD, type Read } from './TOLD.ts';

/** Counted from 1970-01-01, as the visitor's clock on the wall goes. */
const hours = ({ now, traits }: Core): number => Math.floor((now / 60_000 + (traits ? traits.utcOffsetMinutes : 0)) / 60);

const READ: Readonly<Record<string, Read>> = record({
  ...TOLD,
  'cart.stage': ({ cart }: Core) => cart.stage,
  'page.id': ({ page }: Core) => page || undefined,
  'page.type': ({ type }: Core) => type,
  'page.active_seconds': ({ active, entered }: Core) => Math.floor((active - entered) / 1_000),
  'device.kind': ({ traits }: Core) => traits && traits.device,
  'time.hour': (core: Core) => hours(core) % 24,
  // That day was a Thursday.
  'time.weekday': (core: Core) => (Math.floor(hours(core) / 24) + 3) % 7 + 1,
});

/** How a feature is read by its name in the registry; one that nobody tells is unknown. */
export function readerOf(name: string): Read {
  return READ[name] || (name.startsWith('user.') ? ({ attributes }) => attributes[name] : (core) => core.stages.felt(core, name) as number | undefined);
}
