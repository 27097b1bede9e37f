import { parseConfig, type ConfigSource } from '@tactful/protocol';
import { expect, it } from 'vitest';
import { campaignReports } from './campaignReports.ts';
import { sumCells } from './sumCells.ts';

const campaign = (id: string, offer?: string) => ({
  id, status: 'live', trigger: { any: [{ on: 'error', times: 1, within: '1m' }] },
  message: offer === undefined ? { kind: 'card', title: { en: id } } : { kind: 'coupon', title: { en: id }, offer, action: { kind: 'apply_offer', label: { en: 'Get' } } },
});
function sourceOf(campaigns: readonly unknown[]): ConfigSource {
  const parsed = parseConfig({ v: 1, campaigns, offers: { ten: { mode: 'minted', budget: 9 } } });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed.value;
}
const cells = (subject: string, arm: string, figures: Record<string, number>) =>
  Object.entries(figures).map(([measure, n]) => ({ day: '', kind: 'campaign' as const, subject, arm, measure, n }));
/** So many visitors of one class of value, with so many thousandths each. */
const values = (among: number | 'unvalued', buyers: number, mills: number) => ({ [`buyers:${among}`]: buyers, [`mills:${among}`]: buyers * mills, [`mills2:${among}`]: buyers * mills ** 2 });
const report = (source: ConfigSource, rows: ReturnType<typeof cells>) =>
  campaignReports({ source, versions: {}, sums: sumCells([rows]), discounts: { ten: 30 } });

it('tells no lift before both arms met enough visitors', () => {
  const [row] = report(sourceOf([campaign('a')]), [...cells('a', 'treatment', { visitors: 900, 'buyers:19': 1, 'mills:19': 1_000, 'mills2:19': 1_000_000 }), ...cells('a', 'control', { visitors: 99 })]);
  expect(row).toMatchObject({ lift: null, wanted: 100, treatment: { visitors: 900, value: 1 } });
});

it('tells value and conversion, treated minus control, with their intervals', () => {
  // 200 treated: 20 spent 50. 100 control: 5 spent 50. Means 5 and 2.5.
  const [row] = report(sourceOf([campaign('a')]), [
    ...cells('a', 'treatment', { visitors: 200, conversions: 20, ...values(31, 20, 50_000) }),
    ...cells('a', 'control', { visitors: 100, conversions: 5, ...values(31, 5, 50_000) }),
  ]);
  expect(row?.lift).toMatchObject({ valuePerVisitor: 2.5, incremental: 500, conversion: expect.closeTo(0.05, 12) });
  // Standard error by hand: √((2500·0.1 − 25)·(200/199)/200 + (2500·0.05 − 6.25)·(100/99)/100) = 1.5260.
  expect((row?.lift?.high ?? 0) - 2.5).toBeCloseTo(1.5260 * 1.969, 1);
  expect(row?.lift?.low).toBeCloseTo(5 - (row?.lift?.high ?? 0), 9);
});

it('leaves visitors without a told value, and extreme ones of either arm, out of the difference in value, and tells how many', () => {
  const usual = [...cells('a', 'treatment', { visitors: 400, conversions: 80, ...values(31, 80, 50_000) }), ...cells('a', 'control', { visitors: 200, conversions: 20, ...values(31, 20, 50_000) })];
  const [clean] = report(sourceOf([campaign('a')]), usual);
  const more = (arm: string, own: Record<string, number>) => cells('a', arm, { visitors: 1, ...own });
  const [odd] = report(sourceOf([campaign('a')]), [...usual, ...more('treatment', values('unvalued', 1, 0)), ...more('treatment', values(39, 1, 800_000)), ...more('control', values(50, 1, 4e7))]);
  expect(odd?.lift).toMatchObject({ valuePerVisitor: clean?.lift?.valuePerVisitor, low: clean?.lift?.low, high: clean?.lift?.high });
  expect(odd).toMatchObject({
    treatment: { visitors: 402, value: 4_800, unvalued: 1, extreme: 1 }, control: { visitors: 201, value: 41_000, unvalued: 0, extreme: 1 },
    // Half an octave holds 50: 46.3 to 65.5; eight further on: 16 times as much.
    extremeFrom: expect.closeTo(741.46, 2),
  });
  expect(clean).toMatchObject({ treatment: { unvalued: 0, extreme: 0 }, extremeFrom: expect.closeTo(741.46, 2) });
});

it('divides the cost of an offer among the campaigns that name it, by impressions', () => {
  const source = sourceOf([campaign('a', 'ten'), campaign('b', 'ten'), campaign('c')]);
  const shown = [...cells('a', 'treatment', { impressions: 20 }), ...cells('b', 'treatment', { impressions: 10 })];
  expect(report(source, shown).map(({ couponCost }) => couponCost)).toEqual([20, 10, undefined]);
  expect(report(source, []).map(({ couponCost }) => couponCost)).toEqual([15, 15, undefined]);
  expect(report(sourceOf([campaign('a', 'ten')]), [])[0]?.couponCost).toBe(30);
});
