import type { DeviceFaq } from '@tactful/protocol';
import { plainText } from './plainText.ts';

/** What a question is taken for: one entry, several that it may mean as well, the likeliest first, or none. */
export type Match = (question: string) => readonly DeviceFaq[];

/** Below this likeness, 0 to 1, an entry is no answer: better a person than a wrong word. Measured on the golden sets, as is all here. */
const LIKELY = 0.53;
/** An entry whose likeness is within this of the best may be meant as well; so many are asked back. */
const MARGIN = 0.12, MOST = 3;
/** How much it counts against a phrasing what the question has more, and what it has more itself. */
const MORE_ASKED = 0.2, MORE_KNOWN = 0.5;

/** Pairs of neighboring letters, the ends of words among them, and single Chinese letters: they need no dictionary, and hold for Chinese as for Arabic. */
function pairs(text: string): Set<string> {
  const found = new Set<string>();
  for (const word of plainText(text).split(' ')) {
    const wide = word > '\u2e7f';
    const letters = [...(wide ? word : ` ${word} `)];
    letters.forEach((letter, at) => {
      if (letters[at + 1]) found.add(letter + letters[at + 1]);
      if (wide) found.add(letter);
    });
  }
  return found;
}

/**
 * Compares questions with the entries' phrasings by pairs of letters, those weighing most that few entries have. Runs on the
 * device; nothing of it leaves.
 */
export function createMatcher(entries: readonly DeviceFaq[]): Match {
  const phrasings = entries.flatMap(({ q, also = [] }, entry) => [q, ...also].map((text) => ({ entry, pairs: pairs(text), whole: 0 })));
  const holders = new Map<string, typeof phrasings>();
  for (const phrasing of phrasings) for (const pair of phrasing.pairs) holders.set(pair, [...(holders.get(pair) || []), phrasing]);
  const weights = new Map([...holders].map(([pair, all]) => [pair, Math.log(1 + entries.length / new Set(all.map(({ entry }) => entry)).size)]));
  /** What no entry has weighs as what one has. */
  const weight = (pair: string): number => weights.get(pair) || Math.log(1 + entries.length);
  for (const phrasing of phrasings) for (const pair of phrasing.pairs) phrasing.whole += weight(pair);
  return (question) => {
    let whole = 0;
    const shared = new Map<(typeof phrasings)[number], number>();
    for (const pair of pairs(question)) {
      whole += weight(pair);
      for (const phrasing of holders.get(pair) || []) shared.set(phrasing, (shared.get(phrasing) || 0) + weight(pair));
    }
    const likeness = entries.map(() => 0);
    for (const [{ entry, whole: known }, both] of shared) {
      likeness[entry] = Math.max(likeness[entry]!, both / (both + MORE_ASKED * (whole - both) + MORE_KNOWN * (known - both)));
    }
    const least = Math.max(LIKELY, Math.max(...likeness) - MARGIN);
    return [...entries.keys()].filter((at) => likeness[at]! >= least).sort((one, other) => likeness[other]! - likeness[one]!).slice(0, MOST).map((at) => entries[at]!);
  };
}
