import type { Failure } from '../api/Answer.ts';
import { word } from '../words/word.ts';

/** A failure in words: what happened; of a failure of the collector's own, also what to name when asking for help. */
export function failureText(failure: Failure): string {
  if (failure.code === 'offline') return word('failure.offline');
  if (failure.code === 'unreadable') return word('failure.unreadable', { status: failure.status });
  if (failure.code === 'not_signed_in') return word('failure.ended');
  if (failure.code === 'role_too_low') return word('failure.role');
  if (failure.code === 'forbidden') return word('failure.forbidden');
  return failure.requestId && failure.status >= 500 ? word('failure.answer', { message: failure.message, request: failure.requestId }) : failure.message;
}
