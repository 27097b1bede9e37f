import { score } from '@tactful/engine';
import { parseModel, type ModelScore } from '@tactful/protocol';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { anyFeatures, anyModel } from './anyModel.ts';
import cases from './score.json' with { type: 'json' };

type Features = Readonly<Record<string, number | undefined>>;
interface Expected { readonly logit: number; readonly contributions: Readonly<Record<string, number>> }

it.each(cases as unknown as [string, ModelScore, Features, Expected][])('%s', (_name, form, features, expected) => {
  expect(parseModel({ id: 'm', states: { abandon: form } }).ok).toBe(true);
  const { probability, logit, contributions } = score(form, features);
  expect(logit).toBeCloseTo(expected.logit, 12);
  expect({ ...contributions }).toEqual(expected.contributions);
  expect(probability).toBeCloseTo(1 / (1 + Math.exp(-expected.logit)), 12);
});

it('whatever may be published, of whatever session: bias and contributions are the logit, and the probability is one', () => {
  fc.assert(fc.property(anyModel, anyFeatures, (form, features) => {
    expect(parseModel({ id: 'm', states: { struggle: form } })).toMatchObject({ ok: true });
    const { probability, logit, contributions } = score(form, features as Features);
    const sum = Object.values(contributions).reduce((total, one) => total + one, form.bias);
    expect(Math.abs(sum - logit)).toBeLessThanOrEqual(1e-9);
    expect(probability).toBeGreaterThanOrEqual(0);
    expect(probability).toBeLessThanOrEqual(1);
    expect(Number.isNaN(logit)).toBe(false);
  }), { numRuns: 2_000 });
});

it('of trees alone the contributions are what the leaf says less what was expected at the root', () => {
  fc.assert(fc.property(anyModel.filter(({ terms }) => !terms), anyFeatures, ({ bias, trees }, features) => {
    const { roots, feature, threshold, right, value, features: names } = trees!;
    const leaf = (node: number): number => {
      if (!right[node]) return value[node]!;
      const x = features[names[feature[node]!]!];
      const goes = typeof x === 'number' && Number.isFinite(x) ? x >= threshold[node]! : right[node]! < 0;
      return leaf(goes ? node + Math.abs(right[node]!) : node + 1);
    };
    const wanted = roots.reduce((sum, root) => sum + leaf(root) - value[root]!, bias);
    expect(score({ bias, trees: trees! }, features as Features).logit).toBeCloseTo(wanted, 8);
  }), { numRuns: 1_000 });
});

it('leaves what it is given as it was, and a page’s own names out of the sum', () => {
  const form: ModelScore = { bias: 1, terms: [['cart.items', 1, 0, 'identity']] };
  const features = Object.freeze({ 'cart.items': 2 });
  Object.defineProperty(Object.prototype, 'planted', { value: 100, enumerable: true, configurable: true, writable: true });
  const { logit } = score(Object.freeze(form), features);
  delete (Object.prototype as { planted?: number }).planted;
  expect(logit).toBe(3);
});
