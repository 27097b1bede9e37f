import type { Bytes, ErrorCode, Parsed } from '@tactful/protocol';
import type { AppContext } from '../AppEnv.ts';

/**
 * Who may call a route:
 * `anyone`; `site`: a known site key in `?key=`, from any page; `page`: site key and an `Origin` on the site's list;
 * `visitor`: as `page`, with the visitor's token as bearer; `secret`: the site's secret key as bearer; `same_origin`: the console
 * before sign-in; `staff`: signed in, or the deploy token; `site_staff`: staff of the `:site` in the path, or the deploy token; `deploy`: the deploy token only.
 */
export type Who = 'anyone' | 'site' | 'page' | 'visitor' | 'secret' | 'same_origin' | 'staff' | 'site_staff' | 'deploy';

/** How a body is read. `schema` describes it in OpenAPI. */
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
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: BodyRule<Body>;
  /** Status and words of the good answer. */
  readonly answers: readonly [status: number, words: string];
  /** Errors of its own, besides those of `who` and `body`. */
  readonly errors?: readonly ErrorCode[];
  readonly handle: (c: AppContext, body: Body) => Response | Promise<Response>;
}

/** A route whose body's type is settled inside. */
export type AnyRoute = Route<never>;
/** Keeps a route's body typed between its rule and its handler. */
export const route = <Body = never>(row: Route<Body>): AnyRoute => row as unknown as AnyRoute;
