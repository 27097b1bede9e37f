import { toJsonSchema } from '@valibot/to-json-schema';
import { LIMITS, parseWith, type Parsed } from '@tactful/protocol';
import type { GenericSchema } from 'valibot';

/** One schema, twice: as the parser of a body and as its description. */
export const bodyRule = <Body>(schema: GenericSchema<unknown, Body>): { readonly parse: (input: unknown) => Parsed<Body>; readonly schema: object } => ({
  parse: (input) => parseWith(schema, input, LIMITS.bodyDepth),
  // Checks written as functions have no JSON schema; they stay in the parser.
  schema: toJsonSchema(schema as never, { errorMode: 'ignore' }),
});
