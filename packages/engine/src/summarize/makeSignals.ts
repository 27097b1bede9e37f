import { each } from '../decide/each.ts';
import type { Core } from '../memory.ts';
import { foldSignal } from './foldSignal.ts';

/** The named signals that a click, a sight or an event makes on the present page. */
export function makeSignals(core: Core, on: '+click' | '+visible' | '+event', name: string | number): void {
  each<string>(core, on, (id) => foldSignal(core, id), name);
}
