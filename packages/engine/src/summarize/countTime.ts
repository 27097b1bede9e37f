import type { Milliseconds } from '@tactful/protocol';
import type { Core } from '../memory.ts';
import { pageRow } from './pageRow.ts';

/** Active time spent on the present page. */
export function countTime(core: Core, span: Milliseconds): void {
  pageRow(core).activeMs += span;
}
