import { envelopeSchema, summarySchema } from '@tactful/protocol';
import * as v from 'valibot';

/** Describes the intake's body; it is read summary by summary, so that a bad one takes no other with it. */
export const summariesBody = v.strictObject({ ...envelopeSchema.entries, sessions: v.array(summarySchema) });
