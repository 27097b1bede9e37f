import { bundle, bundled } from './bundle.ts';
import type { Subject } from './Subject.ts';

/** The least that could be done by hand. */
export const floor: Subject = {
  name: 'hand-written floor', duty: 'five counters, one beacon as the page goes',
  files: () => bundle('floor.js'),
  head: (at) => bundled('floor.js', at),
};
