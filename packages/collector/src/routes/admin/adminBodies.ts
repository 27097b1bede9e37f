import { LIMITS, ROLES, WEBHOOK_EVENTS, WEBHOOK_TEMPLATES, type Role, type WebhookEvent, type WebhookTemplate } from '@tactful/protocol';
import * as v from 'valibot';
import { bodyRule } from '../bodyRule.ts';

const NAME_CHARS = 100, ORIGINS = 20, POOL = 1_000, CODE_CHARS = 64;

/**
 * An origin as browsers send it: scheme and host, no path; `https`, or `http` on this machine. `null` is that of a sandbox, such as a
 * shop platform's for pixels: whoever lists it lets any sandboxed page send under the key, which identifies and never authenticates.
 */
function isOrigin(text: string): boolean {
  if (text === 'null') return true;
  if (!URL.canParse(text)) return false;
  const { origin, protocol, hostname } = new URL(text);
  return origin === text && (protocol === 'https:' || (protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname)));
}

/** An address as far as it can be told from its form; nothing that no list would show, or that turns around what it shows. */
export const EMAIL = /^[^\s@\p{C}]+@[^\s@\p{C}]+$/u;
const id = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'bad_id'));
const origins = v.pipe(v.array(v.pipe(v.string(), v.check(isOrigin, 'bad_url'))), v.minLength(1), v.maxLength(ORIGINS));
const email = v.pipe(v.string(), v.maxLength(LIMITS.emailChars), v.regex(EMAIL));

const site = v.strictObject({
  name: v.pipe(v.string(), v.nonEmpty(), v.maxLength(NAME_CHARS)),
  origins,
  id: v.exactOptional(id),
  /** Only where a key must be known beforehand, as the demo's is. */
  key: v.exactOptional(v.pipe(v.string(), v.regex(/^pk_[A-Za-z0-9_-]{1,64}$/, 'bad_id'))),
  shards: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(256))),
});
const password = v.pipe(v.string(), v.minLength(LIMITS.passwordLeastChars), v.maxLength(LIMITS.passwordChars));
const role = v.picklist(Object.keys(ROLES) as Role[]);
const staff = v.strictObject({
  email, password,
  /** On each of the sites; `owner` where it is absent. */
  role: v.exactOptional(role),
  sites: v.pipe(v.array(id), v.minLength(1), v.maxLength(100)),
});
const member = v.strictObject({ role, password: v.exactOptional(password) });
const login = v.strictObject({ email: v.pipe(v.string(), v.maxLength(LIMITS.emailChars)), password: v.pipe(v.string(), v.maxLength(LIMITS.passwordChars)) });
const rollback = v.strictObject({ version: v.pipe(v.number(), v.integer(), v.minValue(1)) });
const modelRollback = v.strictObject({ version: v.pipe(v.number(), v.integer(), v.minValue(0)) });
const halt = v.strictObject({ halt: v.boolean() });
const pool = v.strictObject({ codes: v.pipe(v.array(v.pipe(v.string(), v.regex(/^[\x21-\x7e]+$/, 'bad_id'), v.maxLength(CODE_CHARS))), v.minLength(1), v.maxLength(POOL)) });
const retention = v.strictObject({ days: v.pipe(v.number(), v.integer(), v.minValue(LIMITS.retentionDaysLeast), v.maxValue(LIMITS.retentionDaysMost)) });
const robotSecret = v.pipe(v.string(), v.nonEmpty(), v.maxLength(200));
const webhook = v.strictObject({
  url: v.pipe(v.string(), v.maxLength(LIMITS.urlChars)),
  template: v.exactOptional(v.picklist(Object.keys(WEBHOOK_TEMPLATES) as WebhookTemplate[]), 'json'),
  events: v.pipe(v.array(v.picklist(Object.keys(WEBHOOK_EVENTS) as WebhookEvent[])), v.minLength(1), v.maxLength(Object.keys(WEBHOOK_EVENTS).length)),
  id: v.exactOptional(id),
  /** What the platform of a DingTalk or Feishu robot shows as its secret. */
  secret: v.exactOptional(robotSecret),
});
const webhookSecret = v.strictObject({ secret: v.exactOptional(robotSecret), only: v.exactOptional(v.boolean(), false) });
const replay = v.strictObject({ since: v.pipe(v.number(), v.integer(), v.minValue(0)) });
const originList = v.strictObject({ origins });

export type SiteBody = v.InferOutput<typeof site>;
export type StaffBody = v.InferOutput<typeof staff>;
export type MemberBody = v.InferOutput<typeof member>;
export type LoginBody = v.InferOutput<typeof login>;
export type RollbackBody = v.InferOutput<typeof rollback>;
export type ModelRollbackBody = v.InferOutput<typeof modelRollback>;
export type HaltBody = v.InferOutput<typeof halt>;
export type PoolBody = v.InferOutput<typeof pool>;
export type WebhookInput = v.InferOutput<typeof webhook>;
export type WebhookSecretBody = v.InferOutput<typeof webhookSecret>;
export type ReplayBody = v.InferOutput<typeof replay>;
export type OriginsBody = v.InferOutput<typeof originList>;

/** Bodies that staff and the CLI send. */
export const adminBodies = {
  site: bodyRule(site), staff: bodyRule(staff), member: bodyRule(member), login: bodyRule(login), rollback: bodyRule(rollback), halt: bodyRule(halt), pool: bodyRule(pool),
  origins: bodyRule(originList), modelRollback: bodyRule(modelRollback), retention: bodyRule(retention),
  webhook: bodyRule(webhook), webhookSecret: bodyRule(webhookSecret), replay: bodyRule(replay),
};
