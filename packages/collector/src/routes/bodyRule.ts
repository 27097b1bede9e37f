import { LIMITS, parseWith, type Parsed } from '@tactful/protocol';
import type { GenericSchema } from 'valibot';

/** One schema, twice: as the parser of a body, and to describe it. */
export const bodyRule = <Body>(schema: GenericSchema<unknown, Body>): { readonly parse: (input: unknown) => Parsed<Body>; readonly schema: GenericSchema<unknown, Body> } => ({
  parse: (input) => parseWith(schema, input, LIMITS.bodyDepth),
  schema,
});
