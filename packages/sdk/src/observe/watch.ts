import type { Core } from '../core.ts';

/** What every sensor is handed. What it adds to the page goes into `scope`, and ends with it. */
export type Watch = Pick<Core, 'scope' | 'observe' | 'now'>;
