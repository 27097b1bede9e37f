/** The plans there are, with their price a month in US dollars. */
export const PLANS = { solo: 12, team: 39, house: 99 } as const;
export type Plan = keyof typeof PLANS;
export const PLAN_NAMES = Object.keys(PLANS) as Plan[];

/** The plan that was chosen; undefined during the trial. */
export function readPlan(): Plan | undefined {
  const kept = localStorage.getItem('plan');
  return PLAN_NAMES.find((plan) => plan === kept);
}

export function keepPlan(plan: Plan): void {
  localStorage.setItem('plan', plan);
}
