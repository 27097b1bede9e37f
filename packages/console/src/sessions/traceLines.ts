import { GATES, type Exposure } from '@tactful/protocol';
import type { Format } from '../format/createFormat.ts';
import { word } from '../words/word.ts';

/** The gates that decided an exposure, each as a sentence with the number it saw. Unknown gates of a newer SDK are named by number. */
export function traceLines({ trace }: Exposure, format: Format): readonly string[] {
  return trace.map(([index, value]) => {
    const gate = GATES[index];
    return gate ? word(`trace.${gate}`, { n: format.number(value) }) : word('trace.unknown', { gate: index, n: format.number(value) });
  });
}
