import type { ProfileAnswer } from '@tactful/protocol';
import type { Core, Parts } from '../core.ts';
import { base64url } from '../randomId.ts';

/** A JWT says who it is for; beside an HMAC the id has to be told. */
const identityOf = (id: string, signature: string): string => (signature.includes('.') ? signature : `${base64url(new TextEncoder().encode(id).buffer)}.${signature}`);

/**
 * Joins the devices of a user whom the shop's server signed: once consent is granted, asks what the others know and folds it in, and says in summaries whose they are. An
 * identity is for the visitor it was told of: after a logout, in whichever tab, the next one is nobody until `identify()` is called anew.
 */
export const join: Parts['user']['join'] = (core) => {
  const { observe, scope } = core;
  let who: Core['who'];
  /** Whose profile was asked for, and what the collector calls the user of this visitor. */
  let visitor = '', tag: string | undefined;
  const ask = scope.guard(async (identity: string): Promise<void> => {
    const mine = who;
    const answer = await core.net('profile', { headers: { authorization: `Bearer ${identity}`, 'tactful-visitor': core.guest!.token! } });
    // Not signed, or not by an active key: the visitor stays alone, as without a signature.
    if (!answer.ok) throw new Error(`profile: ${answer.status}`);
    const { user, attributes, caps }: ProfileAnswer = JSON.parse(await answer.text());
    if (core.dead || who !== mine || visitor !== core.guest!.visitor) return;
    tag = user;
    core.observe({ kind: 'attributes', values: attributes });
    await core.keeping.withCaps(() => observe({ kind: 'caps', caps }));
  });
  const look = scope.guard((): void => {
    const { guest, engine } = core;
    if (core.who !== who) {
      who = core.who;
      visitor = '';
      tag = undefined;
    }
    const [id, , how] = who!;
    if (!visitor && how && how.signature && core.consent == 'granted' && guest && guest.token && core.keeping.works()) {
      visitor = guest.visitor;
      void ask(identityOf(String(id), String(how.signature)));
    }
    if (engine) (engine.tally as { user?: string | undefined }).user = guest && guest.visitor == visitor ? tag : undefined;
  });
  core.observe = (fact) => {
    observe(fact);
    if (!core.dead && (fact.kind == 'attributes' || fact.kind == 'permission')) look();
  };
  look();
};
