import { FEATURES, type ModelScore, type ModelTerm, type ModelTrees } from '@tactful/protocol';
import fc from 'fast-check';

const NAMES = FEATURES.filter(({ name, type }) => type === 'number' && !name.startsWith('intent.')).map(({ name }) => name);
const name = fc.constantFrom(...NAMES);
const number = (most: number) => fc.double({ min: -most, max: most, noNaN: true });

const term: fc.Arbitrary<ModelTerm> = fc.tuple(name, number(100), number(1e6), fc.constantFrom('identity', 'log1p', 'step', 'ramp'), number(1e6), fc.double({ min: 1e-3, max: 1e6, noNaN: true }))
  .map(([feature, weight, missing, transform, low, width]) => (transform === 'ramp' ? [feature, weight, missing, transform, low, low + width]
    : transform === 'step' ? [feature, weight, missing, transform, low] : [feature, weight, missing, transform]));

interface Branch { readonly value: number; readonly split?: { readonly feature: number; readonly at: number; readonly rightIfUnknown: boolean; readonly left: Branch; readonly right: Branch } }
const { branch } = fc.letrec<{ branch: Branch; leaf: Branch; fork: Branch }>((tie) => ({
  branch: fc.oneof({ maxDepth: 5 }, tie('leaf'), tie('fork')),
  leaf: fc.record({ value: number(100) }),
  fork: fc.record({ value: number(100), split: fc.record({ feature: fc.nat(4), at: number(100), rightIfUnknown: fc.boolean(), left: tie('branch'), right: tie('branch') }) }),
}));

/** Writes branches down as a model does: in preorder, the right child by its distance. */
function flatten(branches: readonly Branch[], features: readonly string[]): ModelTrees {
  const [roots, feature, threshold, right, value]: number[][] = [[], [], [], [], []];
  const write = (one: Branch): void => {
    const here = value!.push(one.value) - 1;
    feature!.push(one.split ? one.split.feature % features.length : 0);
    threshold!.push(one.split ? one.split.at : 0);
    right!.push(0);
    if (!one.split) return;
    write(one.split.left);
    right![here] = (value!.length - here) * (one.split.rightIfUnknown ? -1 : 1);
    write(one.split.right);
  };
  for (const one of branches) {
    roots!.push(value!.length);
    write(one);
  }
  return { features, roots: roots!, feature: feature!, threshold: threshold!, right: right!, value: value! };
}

const terms = fc.array(term, { minLength: 1, maxLength: 12 });
const trees = fc.tuple(fc.array(branch, { minLength: 1, maxLength: 8 }), fc.uniqueArray(name, { minLength: 1, maxLength: 5 })).map(([branches, features]) => flatten(branches, features));
const bias = number(100);

/** Any score that may be published: terms, trees or both. */
export const anyModel: fc.Arbitrary<ModelScore> = fc.oneof(fc.record({ bias, terms }), fc.record({ bias, trees }), fc.record({ bias, terms, trees }));

/** Any session: features known, unknown, or no numbers at all. */
export const anyFeatures = fc.dictionary(name, fc.oneof(number(1e6), fc.nat(1_000), fc.constant(undefined), fc.constant('text'), fc.boolean(), fc.constant(NaN), fc.constant(Infinity)), { maxKeys: 12 });
