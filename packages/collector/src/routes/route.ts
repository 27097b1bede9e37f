import type { Bytes, Parsed } from '@tactful/protocol';
import type { AppContext } from '../AppEnv.ts';
import type { RouteDocs } from './docs.ts';
import type { Who } from './WHO.ts';

/** How a body is read. `schema` describes it in OpenAPI: that of the parser, or a JSON schema */
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

/** One route: for whom, with which body, and what is said of it. App, guards, OpenAPI and tests read this table. */
export interface Route<Body = never> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly who: Who;
  /** Of what changes something for staff: its name in the audit log. */
  readonly action?: string;
  readonly body?: BodyRule<Body>;
  /** What is said of it. Not for what runs: the Worker is bundled without. */
  readonly docs: RouteDocs;
  readonly handle: (c: AppContext, body: Body) => Response | Promise<Response>;
}

/** A route whose body's type is settled inside. */
export type AnyRoute = Route<never>;
/** Keeps a route's body typed between its rule and its handler. */
export const route = <Body = never>(row: Route<Body>): AnyRoute => row as unknown as AnyRoute;
