import type { Bytes, ErrorCode, Parsed } from '@tactful/protocol';
import type { AppContext } from '../AppEnv.ts';
import type { Who } from './WHO.ts';

/** How a body is read. `schema` describes it in OpenAPI: that of the parser, or a JSON schema. */
export type BodyRule<Body> = {
  readonly schema: object;
  /** Default: the contract's 32 KiB. */
  readonly bytes?: Bytes;
  /** Default: the contract's 8. */
  readonly depth?: number;
} & (
  | { readonly as: 'json'; readonly parse: (input: unknown) => Parsed<Body> }
  /** The handler parses; only the size is judged before. */
  | { readonly as: 'text' }
);

/** One route: what it does, for whom, with which body and errors. App, guards, OpenAPI and tests read this table. */
export interface Route<Body = never> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly who: Who;
  readonly does: string;
  /** Of what changes something for staff: its name in the audit log. */
  readonly action?: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: BodyRule<Body>;
  /** Status and words of the good answer. */
  readonly answers: readonly [status: number, words: string];
  /** Media type of the good answer. Default: JSON. */
  readonly type?: string;
  /** Errors of its own, besides those of `who` and `body`. */
  readonly errors?: readonly ErrorCode[];
  readonly handle: (c: AppContext, body: Body) => Response | Promise<Response>;
}

/** A route whose body's type is settled inside. */
export type AnyRoute = Route<never>;
/** Keeps a route's body typed between its rule and its handler. */
export const route = <Body = never>(row: Route<Body>): AnyRoute => row as unknown as AnyRoute;
