import type { DeviceSignal } from '@tactful/protocol';
import type { Core } from '../core.ts';
import { each } from '../decide/each.ts';
import { foldSignal } from './foldSignal.ts';

/** The named signals that a click, a sight or an event makes on the present page. */
export function foldSignals(core: Core, key: string): void {
  each<DeviceSignal>(core, '@' + key, ({ id }) => foldSignal(core, id));
}
