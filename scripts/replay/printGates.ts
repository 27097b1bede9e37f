import { GATES } from '@tactful/protocol';
import { STEPS, type GateCounts } from './countGates.ts';
import type { GateTimes } from './timeGates.ts';

const median = (values: readonly number[]): number => [...values].sort((one, two) => one - two)[values.length >> 1]!;
const count = (n: number): string => n.toLocaleString('en-US');
/** Gates in whose way nothing stood in any log, and that nothing can be read from. */
const QUIET = new Set(['tabs', 'typing', 'composing', 'paying', 'dialog', 'covered', 'control', 'veto']);

/** Prints, for each campaign, in how many visits each gate was met, when, and which gates stopped it. */
export function printGates(counts: GateCounts, times: GateTimes, visits: number): void {
  for (const [id, { fired, met, stopped }] of counts) {
    console.log(`\n${id}: fired ${count(fired)} times`);
    if (fired === 0) continue;
    console.log(`  ${'gate met'.padEnd(12)}${'visits'.padStart(10)}${'share'.padStart(9)}${'median s'.padStart(10)}`);
    for (const gate of STEPS) {
      const n = met[gate];
      if (n === undefined || QUIET.has(gate) && n === (met['priority'] ?? n)) continue;
      const when = times[id]?.[gate];
      console.log(`  ${gate.padEnd(12)}${count(n).padStart(10)}${`${(100 * n / visits).toFixed(1)} %`.padStart(9)}${(when ? median(when).toFixed(0) : '–').padStart(10)}`);
    }
    const stops = GATES.flatMap((gate) => (stopped[gate] ? [`${gate} ${count(stopped[gate])}`] : []));
    if (stops.length > 0) console.log(`  stopped by   ${stops.join(', ')}`);
  }
}
