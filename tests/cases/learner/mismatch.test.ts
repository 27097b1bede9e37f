/** The expected numbers are those of SciPy 1.17's `betaln`. */
import { isMismatch, mismatchEvidence, type Drawn } from '@tactful/learner';
import { expect, it } from 'vitest';
import cases from './mismatch.json' with { type: 'json' };

it.each(cases as [string, readonly Drawn[], number, boolean][])('%s', (_name, drawn, evidence, mismatch) => {
  expect(mismatchEvidence(drawn)).toBeCloseTo(evidence, 6);
  expect(isMismatch(drawn)).toBe(mismatch);
});
