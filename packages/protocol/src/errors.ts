/** What a client does with an error: try again later, give the item up, or send it in smaller pieces. */
export type ClientReaction = 'retry' | 'drop' | 'split' | 'fix';

/** One row of the error table. */
export interface ErrorRow {
  readonly status: number;
  /** What the device does on this answer; `fix` is for people and deploy scripts. */
  readonly client: ClientReaction;
  /** First release that answers it. */
  readonly since: string;
  readonly message: string;
}

/** Every error the HTTP interface answers. Client, docs and OpenAPI derive from it. */
export const ERRORS = {
  bad_json: { status: 400, client: 'drop', since: '0.1', message: 'The body is not JSON.' },
  bad_version: { status: 400, client: 'drop', since: '0.1', message: 'This version of the contract is not served.' },
  invalid: { status: 422, client: 'fix', since: '0.1', message: 'The body does not match the contract; see path.' },
  bad_key: { status: 401, client: 'drop', since: '0.1', message: 'The site key is unknown.' },
  bad_secret: { status: 401, client: 'fix', since: '0.1', message: 'The secret key is unknown.' },
  bad_credentials: { status: 401, client: 'fix', since: '0.1', message: 'E-mail or password is wrong.' },
  bad_visitor: { status: 401, client: 'fix', since: '0.1', message: 'The visitor token is missing or is none.' },
  bad_identity: { status: 401, client: 'fix', since: '0.1', message: 'The user is not signed by an active identity key of the site, or no longer.' },
  bad_preview: { status: 401, client: 'fix', since: '0.1', message: 'The preview is for another site, or its token is none of ours.' },
  not_signed_in: { status: 401, client: 'fix', since: '0.1', message: 'Sign in first.' },
  origin_not_allowed: { status: 403, client: 'drop', since: '0.1', message: 'This origin is not listed for the site.' },
  forbidden: { status: 403, client: 'fix', since: '0.1', message: 'This is not yours to do.' },
  role_too_low: { status: 403, client: 'fix', since: '0.1', message: 'Your role on this site does not allow this.' },
  not_found: { status: 404, client: 'drop', since: '0.1', message: 'There is nothing here.' },
  conflict: { status: 409, client: 'fix', since: '0.1', message: 'It was changed meanwhile; read it again.' },
  used: { status: 409, client: 'fix', since: '0.1', message: 'The code was redeemed by another order.' },
  offer_unavailable: { status: 410, client: 'drop', since: '0.1', message: 'The offer is not available.' },
  expired: { status: 410, client: 'fix', since: '0.1', message: 'The code has expired.' },
  preview_over: { status: 410, client: 'fix', since: '0.1', message: 'The preview is over; open a new one in the console.' },
  body_too_large: { status: 413, client: 'split', since: '0.1', message: 'The body is too large.' },
  body_too_deep: { status: 400, client: 'drop', since: '0.1', message: 'The body is nested too deeply.' },
  too_many_requests: { status: 429, client: 'retry', since: '0.1', message: 'Too many requests; see Retry-After.' },
  internal: { status: 500, client: 'retry', since: '0.1', message: 'Something failed here.' },
} as const satisfies Record<string, ErrorRow>;
export type ErrorCode = keyof typeof ERRORS;

/** Body of every error answer. */
export interface ErrorAnswer {
  readonly error: { readonly code: ErrorCode; readonly message: string; readonly requestId: string; readonly path?: string;
    /** With `invalid` at publishing: everything that is wrong, the first one also in `path`. */
    readonly issues?: readonly Issue[]; };
}

/** One thing wrong with a value: a stable code, and where (`campaigns[0].trigger.any[1].for`). */
export interface Issue {
  readonly code: string;
  readonly path: string;
  readonly message: string;
}

/** What `parse` answers. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly issues: readonly Issue[] };
