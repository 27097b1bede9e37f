import fc from 'fast-check';
import { expect, it } from 'vitest';
import { anyFeatures, anyModel } from '../../../../../tests/cases/engine/score/anyModel.ts';
import type { Core } from '../../memory.ts';
import { TIMED } from '../../summarize/TIMED.ts';
import { ask, type Asked } from './ask.ts';
import { canRise } from './canRise.ts';
import { known } from './known.ts';
import { logit } from './logit.ts';
import { score } from './score.ts';

/** A score whose features are read from a session, whatever the core. */
const asking = (form: Parameters<typeof score>[0], features: Parameters<typeof score>[1]): Asked => ask(form, (name) => () => known(features[name]));
const ANY = {} as Core;

it('is what the parts of a score add up to', () => {
  fc.assert(fc.property(anyModel, anyFeatures, (form, features) => {
    expect(logit(asking(form, features), ANY)).toBeCloseTo(score(form, features).logit, 8);
  }), { numRuns: 1_000 });
});

it('no time that passes lifts a score where it cannot rise', () => {
  let held = 0;
  fc.assert(fc.property(anyModel, anyFeatures, fc.double({ min: 0.01, max: 0.99, noNaN: true }), fc.nat(100_000), (form, features, gte, seconds) => {
    const asked = asking(form, features);
    const later = Object.fromEntries(Object.entries(features).map(([name, value]) => [name, TIMED.includes(name) && typeof value === 'number' ? Math.max(0, value) + seconds : value]));
    const { probability } = score(form, later);
    if (canRise(asked, ANY, logit(asked, ANY), gte)) return;
    held++;
    expect(probability).toBeLessThan(gte);
  }), { numRuns: 4_000 });
  expect(held).toBeGreaterThan(200);
});
