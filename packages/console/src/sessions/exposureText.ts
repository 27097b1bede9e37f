import type { Exposure } from '@tactful/protocol';
import { word } from '../words/word.ts';
import { wordOr } from '../words/wordOr.ts';

/** What became of one exposure: a badge and a sentence or two. */
export interface ExposureText { readonly tone: 'good' | 'calm' | 'shadow'; readonly badge: string; readonly text: string }

const TONES = { control: 'calm', holdout: 'calm', shadow: 'shadow' } as const;
/** Reasons with which a message never stood on the page, whatever the outcome is called. */
const UNDRAWN: readonly string[] = ['veto', 'load'];

/** By arm, outcome and reason: nothing is called shown that was kept back, not drawn, or gone before it was an impression. */
export function exposureText({ arm, outcome, reason, helped }: Pick<Exposure, 'arm' | 'outcome' | 'reason' | 'helped'>): ExposureText {
  if (arm !== 'treatment') return { tone: TONES[arm], badge: word(`arm.${arm}`), text: word(`arm.${arm}.means`) };
  const why = reason ? ` ${wordOr('reason', reason)}` : '';
  if (UNDRAWN.includes(reason)) return { tone: 'calm', badge: word('arm.undrawn'), text: `${word('arm.undrawn.means')}${why}` };
  if (outcome === 'none') return { tone: 'calm', badge: word('arm.unseen'), text: `${word('arm.unseen.means')}${why}` };
  const end = outcome === 'ignore' && !reason ? word('outcome.open') : wordOr('outcome', outcome);
  const said = helped === undefined ? '' : ` ${word(helped ? 'outcome.helped' : 'outcome.unhelpful')}`;
  return { tone: 'good', badge: word('arm.treatment'), text: `${word('arm.treatment.means')} ${end}${why}${said}` };
}
