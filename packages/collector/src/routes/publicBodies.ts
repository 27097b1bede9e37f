import { claimSchema, envelopeSchema, redemptionSchema, requestSchema, summarySchema } from '@tactful/protocol';
import * as v from 'valibot';
import { bodyRule } from './bodyRule.ts';

const envelope = bodyRule(v.strictObject({ ...envelopeSchema.entries, sessions: v.array(summarySchema) }) as v.GenericSchema<unknown, unknown>);

const TOKEN_CHARS = 1_024;
const preview = v.strictObject({
  token: v.pipe(v.string(), v.maxLength(TOKEN_CHARS)),
  /** BCP 47; the site's default otherwise. */
  locale: v.exactOptional(v.pipe(v.string(), v.maxLength(64))),
});
export type PreviewBody = v.InferOutput<typeof preview>;

/** Bodies that pages and shops send, by the contract's own schemas. */
export const publicBodies = {
  summaries: envelope.schema, claim: bodyRule(claimSchema), redemption: bodyRule(redemptionSchema), request: bodyRule(requestSchema), preview: bodyRule(preview),
};
