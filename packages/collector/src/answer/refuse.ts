import { ERRORS, type ErrorAnswer, type ErrorCode, type Issue } from '@tactful/protocol';
import type { AppContext } from '../AppEnv.ts';

/** What an error answer may add to its code. */
export interface Refusal { readonly path?: string; readonly issues?: readonly Issue[]; readonly retryAfterSeconds?: number }

/** Answers an error of the table: code, words, request id; never a stack. */
export function refuse(c: AppContext, code: ErrorCode, { path, issues, retryAfterSeconds }: Refusal = {}): Response {
  const { status, message } = ERRORS[code];
  c.set('refused', code);
  const body: ErrorAnswer = {
    error: { code, message, requestId: c.get('requestId'), ...(path === undefined ? {} : { path }), ...(issues ? { issues } : {}) },
  };
  if (retryAfterSeconds !== undefined) c.header('retry-after', String(retryAfterSeconds));
  return c.json(body, status);
}
