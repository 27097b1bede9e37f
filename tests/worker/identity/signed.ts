import { createHmac } from 'node:crypto';
import type { ProfileAnswer } from '@tactful/protocol';
import { SignJWT } from 'jose';
import { callAdmin } from '../harness/callAdmin.ts';
import { SHOP, type TestSite } from '../harness/makeSite.ts';
import type { RunningWorker } from '../harness/startWorker.ts';

/** The simple form, as a shop's server makes it. */
export const simple = (key: string, user: string): string => `${Buffer.from(user).toString('base64url')}.${createHmac('sha256', key).update(`user:${user}`).digest('hex')}`;

/** A token as a shop's server makes it; every claim can be another. */
export const token = (key: string, { sub = 'u-1', aud, alg = 'HS256', exp = '10m', iat, visitor }: { readonly sub?: string; readonly aud: string; readonly alg?: string; readonly exp?: string | number; readonly iat?: number; readonly visitor?: string }): Promise<string> =>
  new SignJWT({ ...(iat !== undefined && { iat }), ...(visitor !== undefined && { visitor }) }).setProtectedHeader({ alg }).setSubject(sub).setAudience(aud).setExpirationTime(exp).sign(new TextEncoder().encode(key));

/** A new identity key of a site. */
export async function addKey(running: RunningWorker, site: TestSite): Promise<{ readonly id: string; readonly key: string }> {
  const made = await callAdmin(running, `sites/${site.id}/identity`, { method: 'POST' });
  if (made.status !== 201) throw new Error(`identity key: ${made.status}`);
  return await made.json() as { id: string; key: string };
}

/** A visitor's token. */
export const TOKEN = 'T'.repeat(43);

/** Asks as a page does, with a visitor's token. */
export const askProfile = (running: RunningWorker, site: TestSite, identity: string, visitor = TOKEN): Promise<Response> =>
  running.fetch(`/v1/profile?key=${site.key}`, { headers: { origin: SHOP, authorization: `Bearer ${identity}`, ...(visitor && { 'tactful-visitor': visitor }) } });

/** The profile as one device of a user gets it, the shop's server vouching for its visitor. @throws when it is refused */
export async function profileOf(running: RunningWorker, site: TestSite, { key, user, visitor }: { readonly key: string; readonly user: string; readonly visitor: string }): Promise<ProfileAnswer> {
  const answer = await askProfile(running, site, await token(key, { aud: site.key, sub: user, visitor }), '');
  if (answer.status !== 200) throw new Error(`profile: ${answer.status} ${await answer.text()}`);
  return await answer.json() as ProfileAnswer;
}

/** Reports events as a shop's server does. */
export const sendEvents = (running: RunningWorker, secret: string, events: readonly unknown[]): Promise<Response> =>
  running.fetch('/v1/events', { method: 'POST', headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' }, body: JSON.stringify({ events }) });
