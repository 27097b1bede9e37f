import type { Crossing } from '../../tests/browser/recipes/stage/createWire.ts';
import { saysNothing } from '../../tests/browser/recipes/stage/saysNothing.ts';

/** What a session sent besides configuration and files of the page; a preflight is a request like any other. */
export interface Weight {
  readonly requests: number;
  /** Request lines, headers and bodies. */
  readonly bytes: number;
  /** One line a request. */
  readonly each: readonly string[];
}

export function weigh(crossings: readonly Crossing[]): Weight {
  const sent = crossings.filter((crossing) => !saysNothing(crossing));
  return {
    requests: sent.length,
    bytes: sent.reduce((sum, { bytesUp }) => sum + bytesUp, 0),
    each: sent.map(({ method, path, bytesUp, body }) => `${method} ${path}: ${bytesUp} B, of which body ${Buffer.byteLength(body)} B`),
  };
}
