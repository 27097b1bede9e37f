import type { Probability } from '@tactful/protocol';
import type { Told } from './simulate.ts';

/** 97.5 % quantile of the standard normal distribution. */
const QUANTILE = 1.959963984540054;

/** What the campaign did over some days. `low` and `high`: where the lift lies with 95 %, as of one look. */
export interface Stretch {
  readonly treated: number;
  readonly control: number;
  /** For each who came for the first time. */
  readonly messagesPerVisitor: number;
  /** Of a hundred visits with a message, how many more ended with a purchase than of those kept out. NaN where an arm is empty. */
  readonly lift: { readonly difference: number; readonly low: number; readonly high: number };
  /** The same in truth, of all who met the campaign: both of their outcomes are known. */
  readonly truth: number;
  /** What a message would do in truth if everybody at the cart got one. */
  readonly everybody: number;
}

const shareOf = (visits: readonly Told[]): Probability => visits.filter(({ bought }) => bought).length / visits.length;

/** What a message at the cart does to those who come to it, in the mean. */
function effectOn(visits: readonly Told[]): number {
  const effects = visits.flatMap(({ visitor, nth }) => visitor.visits[nth]!.decides ?? []).map(({ alone, shown }) => shown - alone);
  return effects.reduce((sum, effect) => sum + effect, 0) / effects.length;
}

/** Counts visits; of one visitor's there is at most one that met the campaign. */
export function countStretch(visits: readonly Told[]): Stretch {
  const arm = (name: string): readonly Told[] => visits.filter((visit) => visit.arm === name);
  const [treated, control] = [arm('treatment'), arm('control')];
  const visitors = visits.filter(({ nth }) => nth === 0).length;
  const [of, kept] = [shareOf(treated), shareOf(control)];
  const difference = of - kept;
  const reach = QUANTILE * Math.sqrt(of * (1 - of) / treated.length + kept * (1 - kept) / control.length);
  return {
    treated: treated.length, control: control.length, messagesPerVisitor: treated.length / visitors,
    lift: { difference, low: difference - reach, high: difference + reach }, truth: effectOn([...treated, ...control]), everybody: effectOn(visits),
  };
}
