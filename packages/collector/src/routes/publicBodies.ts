import { claimSchema, eventsSchema, redemptionSchema, requestSchema, userEventSchema, type EventsBody } from '@tactful/protocol';
import * as v from 'valibot';
import { docs } from '#docs';
import { bodyRule } from './bodyRule.ts';

// Entries are judged one by one; the description shows what they are.
const events = {
  parse: bodyRule(eventsSchema as v.GenericSchema<unknown, EventsBody>).parse, schema: docs(v.strictObject({ events: v.array(userEventSchema) })),
};

const TOKEN_CHARS = 1_024;
const preview = v.strictObject({
  token: v.pipe(v.string(), v.maxLength(TOKEN_CHARS)),
  /** BCP 47; the site's default otherwise. */
  locale: v.exactOptional(v.pipe(v.string(), v.maxLength(64))),
});
export type PreviewBody = v.InferOutput<typeof preview>;

/** Bodies that pages and shops send, by the contract's own schemas. */
export const publicBodies = {
  events, claim: bodyRule(claimSchema), redemption: bodyRule(redemptionSchema), request: bodyRule(requestSchema), preview: bodyRule(preview),
};
