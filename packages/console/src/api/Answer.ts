import type { ErrorCode, Issue } from '@tactful/protocol';

/** Why a call did not give its answer. `offline`: no answer at all; `unreadable`: an answer that is not the interface's. */
export interface Failure {
  readonly code: ErrorCode | 'offline' | 'unreadable';
  readonly status: number;
  readonly message: string;
  readonly issues: readonly Issue[];
  readonly requestId?: string;
}

/** What every call answers: never an exception. */
export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure };
