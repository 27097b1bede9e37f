import type { EpochMs } from '@tactful/protocol';
import { base64url, randomId } from '../randomId.ts';

/** The visitor, as kept. The token stays on the device, but for export and erase. */
export interface Visitor {
  readonly token: string;
  /** First 22 characters of base64url(SHA-256(token)); random where the page has no `crypto.subtle` (plain http). */
  readonly visitor: string;
  readonly first: EpochMs;
  readonly sessions: number;
}

/** A visitor first seen then: a new one, or whose token it is. */
export async function makeVisitor(first: EpochMs, token: string = randomId(32)): Promise<Visitor> {
  const hash = crypto.subtle && await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token));
  return { token, visitor: hash ? base64url(hash).slice(0, 22) : randomId(16), first, sessions: 0 };
}
