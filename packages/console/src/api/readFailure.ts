import type { ErrorAnswer } from '@tactful/protocol';
import type { Failure } from './Answer.ts';

/** Reads an error answer; a body that is not one (a proxy's page, say) becomes `unreadable`. */
export function readFailure(status: number, body: unknown): Failure {
  const error = (body as Partial<ErrorAnswer> | null | undefined)?.error;
  if (!error || typeof error.code !== 'string') return { code: 'unreadable', status, message: `HTTP ${status}`, issues: [] };
  const only = error.path === undefined ? [] : [{ code: error.code, path: error.path, message: error.message }];
  return {
    code: error.code, status, message: error.message,
    issues: error.issues && error.issues.length > 0 ? error.issues : only,
    ...(error.requestId ? { requestId: error.requestId } : {}),
  };
}
