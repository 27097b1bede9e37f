import { claimSchema, envelopeSchema, redemptionSchema, requestSchema, summarySchema } from '@tactful/protocol';
import * as v from 'valibot';
import { bodyRule } from './bodyRule.ts';

const envelope = bodyRule(v.strictObject({ ...envelopeSchema.entries, sessions: v.array(summarySchema) }) as v.GenericSchema<unknown, unknown>);

/** Bodies that pages and shops send, by the contract's own schemas. */
export const publicBodies = {
  summaries: envelope.schema, claim: bodyRule(claimSchema), redemption: bodyRule(redemptionSchema), request: bodyRule(requestSchema),
};
