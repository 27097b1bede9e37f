import { expect, it } from 'vitest';
import { CLIP, poison } from '../../../scripts/bench-poison/poison.ts';

it('one liar in a hundred moves no weight beyond the clip, and costs honest visitors next to nothing', () => {
  const found = [...poison({ visitors: 1_500, share: 0.01, seed: 2, attacks: ['values of ±1e12', 'what came true, turned around', 'both', 'what is rare, far against its effect'] })];
  expect(found.filter(({ moved, probability, fell }) => moved > CLIP.moved || probability > CLIP.probability || fell > CLIP.fell)).toEqual([]);
  // They are heard, as anybody is.
  expect(found.map(({ probability }) => probability > 0)).toEqual([true, true, true, true]);
});
