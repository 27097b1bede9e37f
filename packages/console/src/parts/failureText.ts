import type { Failure } from '../api/Answer.ts';
import { word } from '../words/word.ts';

/** A failure in words: what happened, and what to name when asking for help. */
export function failureText(failure: Failure): string {
  if (failure.code === 'offline') return word('failure.offline');
  if (failure.code === 'unreadable') return word('failure.unreadable', { status: failure.status });
  return failure.requestId ? word('failure.answer', { message: failure.message, request: failure.requestId }) : failure.message;
}
