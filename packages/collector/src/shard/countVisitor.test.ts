import { expect, it } from 'vitest';
import { countVisitor } from './countVisitor.ts';
import { createTally } from './createTally.ts';
import type { ExposureRow, GoalRow, VisitorRows } from './VisitorRows.ts';

const DAY = '2026-11-22', HOUR = 3_600_000;
const met = (own: Partial<ExposureRow> = {}): ExposureRow =>
  ({ id: 'e', day: DAY, campaign: 'stall', arm: 'treatment', outcome: 'click', reason: 'action', helped: null, at: 0, goalEvent: 'purchase', goalWithin: HOUR, share: 100_000, x: 0, ...own });
const goal = (own: Partial<GoalRow> = {}): GoalRow => ({ id: 'g', day: DAY, event: 'purchase', mills: 40_000, lacks: '', at: 1, ...own });
const rows = (exposures: readonly ExposureRow[], goals: readonly GoalRow[] = []): VisitorRows => ({ days: [DAY], exposures, goals, joinedGoals: [], joined: new Map() });
/** Of the campaign, by arm and measure. */
function count(visitor: VisitorRows): Record<string, Record<string, number>> {
  const tally = createTally();
  countVisitor(tally, visitor, 1);
  const arms: Record<string, Record<string, number>> = {};
  for (const { kind, arm, measure, n } of tally.rows()) if (kind === 'campaign') (arms[arm] ??= {})[measure] = Number(n);
  return arms;
}

it.each(['treatment', 'control'])('in %s, all orders within the goal’s time of the first exposure are one conversion and all value, refunds negative', (arm) => {
  const later = met({ id: 'f', arm, at: 10, x: 7 });
  const orders = [goal({ id: 'before', at: -1 }), goal({ id: 'at once', at: 0 }), goal({ id: 'last', at: HOUR }), goal({ id: 'late', at: HOUR + 1 }), goal({ id: 'back', event: 'refund', mills: -15_000, at: 20 }), goal({ id: 'other', event: 'sign_up', mills: 0 })];
  expect(count(rows([later, met({ arm, x: 200 })], orders))[arm]).toMatchObject({
    visitors: 1, exposures: 2, conversions: 1, 'buyers:31': 1, 'mills:31': 65_000, 'mills2:31': 65_000 ** 2,
    // What was known at the first exposure, and how it was drawn.
    'drawn:100000': 1, x: 200, x2: 40_000, xy: 200, 'x:31': 200, 'x2:31': 40_000, 'xmills:31': 200 * 65_000,
  });
});

it('an order that two tabs saw is one; a refund alone is value, and no conversion', () => {
  expect(count(rows([met()], [goal(), goal({ at: 5 })]))['treatment']).toMatchObject({ conversions: 1, 'mills:30': 40_000 });
  const back = count(rows([met()], [goal({ event: 'refund', mills: -40_000 })]))['treatment'];
  expect(back).toMatchObject({ 'buyers:30': 1, 'mills:30': -40_000 });
  expect(back).not.toHaveProperty('conversions');
});

it('who met both arms counts in neither; a share that is not known is not counted; who wants no more is', () => {
  const both = count(rows([met({ reason: 'opt_out', outcome: 'dismiss', share: null }), met({ id: 'f', arm: 'control', at: 5, share: null })], [goal()]));
  expect(both['mixed']).toEqual(expect.objectContaining({ visitors: 1, conversions: 1 }));
  expect(both['treatment']).toEqual({ exposures: 1, impressions: 1, 'outcome:dismiss': 1, optOuts: 1 });
  expect(both['control']).not.toHaveProperty('visitors');
  expect(Object.keys(both['mixed']!).filter((measure) => measure.startsWith('drawn'))).toEqual([]);
});

it('answers to "Did this help?" count in their arm, once for each exposure, and no answer counts nowhere', () => {
  const answered = count(rows([met({ helped: 1 }), met({ id: 'f', helped: 0, at: 5 }), met({ id: 'g', helped: 1, at: 9 }), met({ id: 'h', campaign: 'other', arm: 'control' })]));
  expect(answered['treatment']).toMatchObject({ exposures: 3, visitors: 1, helped: 2, unhelpful: 1 });
  expect(Object.keys(answered['control']!).filter((measure) => /help/.test(measure))).toEqual([]);
});

it('taken out again, nothing is left', () => {
  const tally = createTally();
  const visitor = rows([met({ x: 9, helped: 0 }), met({ id: 'f', campaign: 'other', arm: 'control' })], [goal(), goal({ id: 'h', lacks: 'value', mills: 0 })]);
  countVisitor(tally, visitor, 1);
  countVisitor(tally, visitor, -1);
  expect(tally.rows()).toEqual([]);
});
