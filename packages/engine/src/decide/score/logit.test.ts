import fc from 'fast-check';
import { expect, it } from 'vitest';
import { anyFeatures, anyModel } from '../../../../../tests/cases/engine/score/anyModel.ts';
import { TIMED } from '../../summarize/TIMED.ts';
import { ask, type Asked } from './ask.ts';
import { canRise } from './canRise.ts';
import { known } from './known.ts';
import { logit } from './logit.ts';
import { score } from './score.ts';

const plan = (form: Parameters<typeof score>[0], features: Parameters<typeof score>[1]): [Asked, number[]] => {
  const names = [...new Set([...(form.terms ?? []).map(([name]) => name), ...form.trees?.features ?? []])];
  return [ask(form, (name) => names.indexOf(name)), names.map((name) => known(features[name]))];
};

it('is what the parts of a score add up to', () => {
  fc.assert(fc.property(anyModel, anyFeatures, (form, features) => {
    expect(logit(form, ...plan(form, features))).toBeCloseTo(score(form, features).logit, 8);
  }), { numRuns: 1_000 });
});

it('no time that passes lifts a score where it cannot rise', () => {
  let held = 0;
  fc.assert(fc.property(anyModel, anyFeatures, fc.double({ min: 0.01, max: 0.99, noNaN: true }), fc.nat(100_000), (form, features, gte, seconds) => {
    const [asked, values] = plan(form, features);
    const later = Object.fromEntries(Object.entries(features).map(([name, value]) => [name, TIMED.includes(name) && typeof value === 'number' ? Math.max(0, value) + seconds : value]));
    const { probability } = score(form, later);
    if (canRise(form, asked, values, logit(form, asked, values), gte)) return;
    held++;
    expect(probability).toBeLessThan(gte);
  }), { numRuns: 4_000 });
  expect(held).toBeGreaterThan(200);
});
