import { expect, it } from 'vitest';
import { proposeThreshold, type Met } from './threshold.ts';

/** So many treated, and as many kept out, with a score; of a hundred so many bought, and of the treated so many did not want it; the first so many said that it helped, the next that it did not. */
const crowd = (score: number, visitors: number, { treated = 20, control = 20, unwanted = 10, helped = 0, unhelpful = 0 } = {}): Met[] => [true, false].flatMap((isTreated) => Array.from({ length: visitors }, (_one, n) => (
  { score, treated: isTreated, converted: n % 100 < (isTreated ? treated : control), unwanted: isTreated && n % 100 >= 100 - unwanted, ...(isTreated && n < helped + unhelpful && { helped: n < helped }) })));

it.each<[string, Met[], object]>([
  ['nobody yet', [], { bands: [], few: true, to: null }],
  ['not enough yet', crowd(0.55, 99, { treated: 0, control: 50, unwanted: 90 }), { few: true, to: null }],
  ['nothing to say', [...crowd(0.55, 300), ...crowd(0.75, 300)], { few: false, to: null }],
  ['it does harm below 0.6', [...crowd(0.55, 400, { treated: 5, control: 40 }), ...crowd(0.75, 400, { treated: 60, control: 5 })], { few: false, to: 0.6, why: 'harm' }],
  ['it is less wanted below 0.7', [...crowd(0.55, 300, { unwanted: 60 }), ...crowd(0.65, 300, { unwanted: 60 }), ...crowd(0.75, 300)], { few: false, to: 0.7, why: 'unwanted' }],
  ['so many below 0.7 said that it did not help', [...crowd(0.65, 300, { unhelpful: 150 }), ...crowd(0.75, 300)], { few: false, to: 0.7, why: 'unwanted' }],
  ['so many above 0.6 said that it helped', [...crowd(0.55, 300), ...crowd(0.65, 300, { helped: 150 })], { few: false, to: 0.6, why: 'unwanted' }],
  ['nearly all of a few answers say no', [...crowd(0.65, 300, { helped: 1, unhelpful: 14 }), ...crowd(0.75, 300, { helped: 15 })], { few: false, to: null }],
  ['those below 0.7 who put it away said nothing, as many others that it helped', [...crowd(0.65, 300, { unwanted: 60, helped: 120 }), ...crowd(0.75, 300)], { few: false, to: null }],
  ['it is less wanted, and helps', [...crowd(0.55, 600, { unwanted: 60, treated: 60 }), ...crowd(0.75, 300)], { few: false, to: null }],
])('%s', (_name, met, expected) => {
  expect(proposeThreshold(met, 0.5)).toMatchObject(expected);
});

it('tells the tenths of the score with what became of each, and proposes nothing that stands already', () => {
  const met = [...crowd(0.55, 100, { helped: 3, unhelpful: 2 }), ...crowd(1, 200, { treated: 30, unwanted: 0 })];
  expect(proposeThreshold(met, 0.5).bands).toEqual([
    { low: 0.5, treated: 100, control: 100, treatedConverted: 20, controlConverted: 20, unwanted: 10, helped: 3, unhelpful: 2 },
    { low: 0.9, treated: 200, control: 200, treatedConverted: 60, controlConverted: 40, unwanted: 0, helped: 0, unhelpful: 0 },
  ]);
  const harmed = [...crowd(0.55, 400, { treated: 5, control: 40 }), ...crowd(0.75, 400, { treated: 60, control: 5 })];
  expect([proposeThreshold(harmed, 0.5).to, proposeThreshold(harmed, 0.6).to]).toEqual([0.6, null]);
});
