import type { Failure } from '../api/Answer.ts';

/** A refusal of a list of codes that names each wrong code by itself instead of by its number in the list. */
export function namePlaces(failure: Failure, codes: readonly string[]): Failure {
  return { ...failure, issues: failure.issues.map(issue => ({ ...issue, path: codes[Number(/^codes\[(\d+)\]$/.exec(issue.path)?.[1] ?? NaN)] ?? issue.path })) };
}
