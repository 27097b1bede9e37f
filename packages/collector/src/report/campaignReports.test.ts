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
  campaignReports({ source, versions: {}, sums: sumCells([rows]), discounts: { ten: 30 }, pauses: new Map() });

it('tells no lift before both arms met enough visitors', () => {
  const [row] = report(sourceOf([campaign('a')]), [...cells('a', 'treatment', { visitors: 900, 'buyers:19': 1, 'mills:19': 1_000, 'mills2:19': 1_000_000 }), ...cells('a', 'control', { visitors: 99 })]);
  expect(row).toMatchObject({ lift: { value: null, conversion: null }, wanted: 100, treatment: { visitors: 900, value: 1 } });
});

it('tells value and conversion, treated minus control, with their intervals', () => {
  // 200 treated: 20 spent 50. 100 control: 5 spent 50. Means 5 and 2.5.
  const [row] = report(sourceOf([campaign('a')]), [
    ...cells('a', 'treatment', { visitors: 200, conversions: 20, ...values(31, 20, 50_000) }),
    ...cells('a', 'control', { visitors: 100, conversions: 5, ...values(31, 5, 50_000) }),
  ]);
  expect(row?.lift).toMatchObject({ value: { difference: 2.5 }, conversion: { difference: expect.closeTo(0.05, 12) } });
  // By hand: sums of squares around the means 45,000 and 11,875, together 56,875 / 298 = 190.86; the treated's own, 226.13, is more;
  // control's own, 119.95, is less, and with five alike it is trusted by a third: 167.22. Standard error √(226.13/200 + 167.22/100) = 1.6742; 66.7 effective visitors: 3.5889 of them.
  expect(row!.lift.value!.high - 2.5).toBeCloseTo(1.674173 * 3.588894, 4);
  expect(row!.lift.value!.low).toBeCloseTo(5 - row!.lift.value!.high, 9);
});

it('leaves visitors without a told value, and extreme ones of either arm, out of the difference in value, and tells how many', () => {
  const usual = [...cells('a', 'treatment', { visitors: 400, conversions: 80, ...values(31, 80, 50_000) }), ...cells('a', 'control', { visitors: 200, conversions: 20, ...values(31, 20, 50_000) })];
  const [clean] = report(sourceOf([campaign('a')]), usual);
  const more = (arm: string, own: Record<string, number>) => cells('a', arm, { visitors: 1, ...own });
  const [odd] = report(sourceOf([campaign('a')]), [...usual, ...more('treatment', values('unvalued', 1, 0)), ...more('treatment', values(39, 1, 800_000)), ...more('control', values(50, 1, 4e7))]);
  expect(odd?.lift).toMatchObject({ value: clean?.lift.value });
  expect(odd).toMatchObject({
    treatment: { visitors: 402, value: 4_800, unvalued: 1, extreme: 1 }, control: { visitors: 201, value: 41_000, unvalued: 0, extreme: 1 },
    // Half an octave holds 50: 46.3 to 65.5; eight further on: 16 times as much.
    extremeFrom: expect.closeTo(741.46, 2),
  });
  expect(clean).toMatchObject({ treatment: { unvalued: 0, extreme: 0 }, extremeFrom: expect.closeTo(741.46, 2) });
});

it('tells conversions of a goal without value, who asked for no more, and whom it helped', () => {
  const [row] = report(sourceOf([campaign('a')]), [
    ...cells('a', 'treatment', { visitors: 200, conversions: 20, impressions: 150, optOuts: 3, helped: 12, unhelpful: 3, 'outcome:dismiss': 30 }), ...cells('a', 'control', { visitors: 100, conversions: 5 }),
  ]);
  expect(row).toMatchObject({ lift: { value: null, conversion: { difference: expect.closeTo(0.05, 12) } }, outcomes: { dismiss: 30 }, optOuts: 3, answers: { helped: 12, unhelpful: 3 } });
});

it.each([
  ['as drawn', { 'drawn:100000': 9_000 }, { 'drawn:100000': 1_000 }, { wanted: 0.1, met: 0.1, mismatch: false }],
  ['control lost', { 'drawn:100000': 90_000 }, { 'drawn:100000': 9_000 }, { wanted: 0.1, met: 1 / 11, mismatch: true }],
  ['two shares, each as drawn', { 'drawn:100000': 9_000, 'drawn:500000': 500 }, { 'drawn:100000': 1_000, 'drawn:500000': 500 }, { wanted: 15 / 110, met: 15 / 110, mismatch: false }],
  ['nobody was to be in control', { 'drawn:0': 500 }, {}, { wanted: 0, met: 0, mismatch: false }],
  ['who names a version that never was, of one arm alone', { visitors: 9_000, 'drawn:100000': 9_000 }, { visitors: 1_900, 'drawn:100000': 1_000 }, { wanted: 0.1, met: 1_900 / 10_900, mismatch: true }],
  ['who came before it was kept, alike in both arms', { visitors: 9_900, 'drawn:100000': 9_000 }, { visitors: 1_100, 'drawn:100000': 1_000 }, { wanted: 0.1, met: 0.1, mismatch: false }],
  ['of nobody is it known', { visitors: 900 }, { visitors: 20 }, null],
])('says whether groups are as they were drawn: %s', (_name, treated, kept, expected) => {
  const [row] = report(sourceOf([campaign('a')]), [...cells('a', 'treatment', treated), ...cells('a', 'control', kept)]);
  expect(row?.draw).toEqual(expected && { ...expected, wanted: expect.closeTo(expected.wanted, 12), met: expect.closeTo(expected.met, 12) });
});

it('takes off what the cart at the first exposure explains, of those alone whose values are compared', () => {
  // Value is ten times the root of the cart; the treated have more of it by chance, and one of them brought a thousand times as much.
  const known = (of: number, cart: number, among = 31) => ({ [`x:${among}`]: of * cart, [`x2:${among}`]: of * cart ** 2, [`xmills:${among}`]: of * cart * 50_000 });
  const arm = (name: string, visitors: number, buyers: number, more = {}) =>
    cells('a', name, { visitors, conversions: buyers, ...values(31, buyers, 50_000), ...known(buyers, 200), x: buyers * 200, x2: buyers * 200 ** 2, xy: buyers * 200, ...more });
  const [row] = report(sourceOf([campaign('a')]), [...arm('treatment', 200, 40), ...arm('control', 200, 20)]);
  expect(row?.lift).toMatchObject({ value: null, conversion: null });
  const far = { ...values(60, 1, 1e9), ...known(1, 9_999, 60) };
  const [odd] = report(sourceOf([campaign('a')]), [...arm('treatment', 201, 40, { ...far, x: 40 * 200 + 9_999, x2: 40 * 200 ** 2 + 9_999 ** 2 }), ...arm('control', 200, 20)]);
  expect(odd).toMatchObject({ treatment: { extreme: 1 }, lift: { value: null, conversion: expect.anything() } });
});

it('divides the cost of an offer among the campaigns that name it, by impressions', () => {
  const source = sourceOf([campaign('a', 'ten'), campaign('b', 'ten'), campaign('c')]);
  const shown = [...cells('a', 'treatment', { impressions: 20 }), ...cells('b', 'treatment', { impressions: 10 })];
  expect(report(source, shown).map(({ couponCost }) => couponCost)).toEqual([20, 10, undefined]);
  expect(report(source, []).map(({ couponCost }) => couponCost)).toEqual([15, 15, undefined]);
  expect(report(sourceOf([campaign('a', 'ten')]), [])[0]?.couponCost).toBe(30);
});
