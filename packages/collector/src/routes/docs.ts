import type { ErrorCode } from '@tactful/protocol';

/** What is said of a route to people, in OpenAPI and the reference. */
export interface RouteDocs {
  readonly does: string;
  readonly query?: Readonly<Record<string, string>>;
  /** Status and words of the good answer. */
  readonly answers: readonly [status: number, words: string];
  /** Media type of the good answer. Default: JSON. */
  readonly type?: string;
  /** Errors of its own, besides those of `who` and `body`. */
  readonly errors?: readonly ErrorCode[];
}

/** What is only told, and never gone by. Imported as `#docs`, it is noDocs.ts in the Worker, so that none of what is told is bundled. */
export const docs = <Told>(told: Told): Told => told;
