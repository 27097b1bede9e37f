import type { GenericSchema, InferOutput } from 'valibot';

/** The same schema with its inner type folded away: whole configurations nest deeper than a type checker follows. */
export const opaque = <const Schema extends GenericSchema>(schema: Schema): GenericSchema<unknown, InferOutput<Schema>> => schema as GenericSchema<unknown, InferOutput<Schema>>;
