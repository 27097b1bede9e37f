import * as v from 'valibot';
import { FEATURES, STATES, type FeatureRow } from '../features.ts';
import { LIMITS } from '../limits.ts';
import { count, id, number } from '../source/atoms.ts';
import type { DeviceModel } from './DeviceModel.ts';
import { isForest } from './isForest.ts';

/** What a score may read: numbers of the registry, and no other score. */
const READABLE = new Set((FEATURES as readonly FeatureRow[]).filter(({ name, type }) => type === 'number' && !name.startsWith('intent.')).map(({ name }) => name));

const feature = v.pipe(v.string(), v.check((name) => READABLE.has(name), 'unknown_feature'));
const amount = number(-1e12, 1e12);
/** On the scale of logits: a probability closer to 0 or 1 than 1e-43 is no knowledge. */
const weight = number(-100, 100);

const plain = v.strictTuple([feature, weight, amount, v.picklist(['identity', 'log1p'])]);
const step = v.strictTuple([feature, weight, amount, v.literal('step'), amount]);
const ramp = v.pipe(v.strictTuple([feature, weight, amount, v.literal('ramp'), amount, amount]), v.check((term) => term[4] < term[5], 'out_of_range'));

/** The transform says which form is meant, so that what is wrong is told of that form. */
const term = v.lazy((value): v.GenericSchema<unknown, any> => {
  const transform = Array.isArray(value) ? value[3] : undefined;
  return transform === 'step' ? step : transform === 'ramp' ? ramp : plain;
});

const nodes = (schema: v.GenericSchema<unknown, number>) => v.pipe(v.array(schema), v.minLength(1), v.maxLength(LIMITS.modelNodes));

const trees = v.pipe(v.strictObject({
  features: v.pipe(v.array(feature), v.minLength(1), v.maxLength(LIMITS.modelTerms)),
  roots: v.pipe(v.array(count(0, LIMITS.modelNodes)), v.minLength(1), v.maxLength(LIMITS.modelTrees)),
  feature: nodes(count(0, LIMITS.modelTerms)),
  threshold: nodes(amount),
  right: nodes(count(-LIMITS.modelNodes, LIMITS.modelNodes)),
  value: nodes(weight),
}), v.check((value) => isForest(value), 'out_of_range'));

const score = v.pipe(
  v.strictObject({
    bias: weight,
    terms: v.exactOptional(v.pipe(v.array(term), v.minLength(1), v.maxLength(LIMITS.modelTerms))),
    trees: v.exactOptional(trees),
  }),
  v.check((value) => Boolean(value.terms ?? value.trees), 'missing'),
);

/** A model, as it may be published. */
export const modelSchema = v.strictObject({
  id,
  states: v.pipe(v.record(v.picklist(STATES), score), v.minEntries(1)),
}) as unknown as v.GenericSchema<unknown, DeviceModel>;
