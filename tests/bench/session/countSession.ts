import type { Leg, Step } from './SESSION.ts';

/** How often each thing is done in a session, and how often its address changes. */
export function countSession(legs: readonly Leg[]): Record<Step['do'] | 'routes' | 'loads' | 'inputs', number> {
  const steps = legs.flatMap((leg) => leg.steps);
  const count = (what: Step['do']): number => steps.filter((step) => step.do === what).length;
  const routes = legs.filter(({ path }, index) => index > 0 && path !== legs[index - 1]!.path).length;
  const counts = { move: count('move'), hover: count('hover'), click: count('click'), scroll: count('scroll'), error: count('error'), cart: count('cart'), hesitate: count('hesitate') };
  return { ...counts, routes, loads: legs.length, inputs: steps.length - counts.hesitate + routes };
}
