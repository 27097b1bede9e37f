import type { Exposure, Trace } from '@tactful/protocol';
import type { GateWords } from './describeGate.ts';

const KEPT: Readonly<Record<string, string>> = { control: 'the visitor is in its control group', holdout: 'the visitor is in the site’s holdout', shadow: 'it runs in shadow' };

/** What became of it when it was due last. */
function before({ arm, outcome, reason }: Pick<Exposure, 'arm' | 'outcome' | 'reason'>): string {
  const why = KEPT[arm];
  return why ? ` When it was due, nothing was drawn: ${why}.` : ` Was drawn before${outcome != 'none' ? `, and ended with ${outcome}${reason ? ` (${reason})` : ''}` : ''}.`;
}

/**
 * Why a campaign is not shown now, in one line: the first gate in its way.
 * @param last its latest exposure of this session
 */
export function firstLine({ shown, gates }: Pick<Trace, 'shown' | 'gates'>, words: readonly GateWords[], last?: Pick<Exposure, 'arm' | 'outcome' | 'reason'>): string {
  if (shown) return 'Is shown now, or has just been.';
  const shadow = gates[0]!.value == 'shadow' ? 'In shadow, never drawn. ' : '';
  const place = gates.findIndex(({ passed }) => !passed);
  if (place < 0) return 'Every gate is open: it is about to show.';
  const { name, text, opens } = words[place]!;
  return `${shadow}Stopped at ${name}: ${text} Opens with ${opens}.${last ? before(last) : ''}`;
}
