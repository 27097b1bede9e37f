import { GATES, type Exposure, type Gate } from '@tactful/protocol';
import type { Format } from '../format/createFormat.ts';
import { word } from '../words/word.ts';

/** One gate in a sentence. `open`: it let the message pass. */
export interface TraceLine { readonly gate: string; readonly text: string; readonly open: boolean }

/** Gates whose sentence tells the number that was seen, where one was. */
const COUNTED: readonly Gate[] = ['rollout', 'frequency', 'group', 'global'];

/**
 * Every gate that an exposure met, in order. All before `control` were open, or it would be none; the trace adds
 * the numbers seen, `trigger` what the campaign waited for; the arm says how the draw went, the reason whether the shop vetoed. Gates of a newer SDK are named by number.
 */
export function traceLines({ arm, reason, trace }: Exposure, format: Format, trigger?: string): readonly TraceLine[] {
  const seen = new Map(trace);
  const before = GATES.slice(0, GATES.indexOf('control')).map((gate, index): TraceLine => {
    const n = seen.get(index);
    if (gate === 'trigger' && trigger) return { gate, open: true, text: word('trace.trigger.of', { trigger }) };
    const counted = n !== undefined && COUNTED.includes(gate);
    return { gate, open: true, text: counted ? word(`trace.${gate as 'rollout'}.seen`, { n: format.number(n) }) : word(`trace.${gate as 'typing'}`) };
  });
  const newer = trace.filter(([index]) => !GATES[index]).map(([index, n]): TraceLine => ({ gate: String(index), open: true, text: word('trace.unknown', { gate: index, n: format.number(n) }) }));
  const drawn: TraceLine = { gate: 'control', open: arm === 'treatment', text: word(`trace.arm.${arm}`) };
  const vetoed = reason === 'veto';
  const veto: readonly TraceLine[] = arm === 'treatment' ? [{ gate: 'veto', open: !vetoed, text: word(vetoed ? 'trace.vetoed' : 'trace.veto') }] : [];
  return [...before, ...newer, drawn, ...veto];
}
