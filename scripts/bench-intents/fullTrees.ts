import { FEATURES, type ModelScore } from '@tactful/protocol';

/**
 * Trees as large as they may become: every branch down to `depth`, every threshold and value another number of three digits, so
 * that nothing repeats that a compressor could save. What is trained is smaller.
 */
export function fullTrees(count: number, depth: number): ModelScore {
  const features = FEATURES.filter(({ name, type }) => type === 'number' && !name.startsWith('intent.')).map(({ name }) => name).slice(0, 20);
  const [roots, feature, threshold, right, value]: [number[], number[], number[], number[], number[]] = [[], [], [], [], []];
  // Park and Miller's generator: the same trees in each run.
  let seed = 20_261_121;
  const draw = (): number => (seed = seed * 48_271 % 2_147_483_647) / 2_147_483_647;
  const grow = (levels: number): void => {
    const here = value.push(Math.round((draw() - 0.5) * 1_000) / 1_000) - 1;
    feature.push(levels ? Math.floor(draw() * features.length) : 0);
    threshold.push(levels ? Number((10 ** (draw() * 3)).toPrecision(3)) : 0);
    right.push(0);
    if (!levels) return;
    grow(levels - 1);
    right[here] = (value.length - here) * (draw() < 0.5 ? -1 : 1);
    grow(levels - 1);
  };
  for (let tree = 0; tree < count; tree++) {
    roots.push(value.length);
    grow(depth);
  }
  return { bias: -1, trees: { features, roots, feature, threshold, right, value } };
}
