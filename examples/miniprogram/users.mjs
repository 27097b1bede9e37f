import { createClient, signUser } from '@tactful/sdk/node';

/** Visitors whose user is remembered; for so long the collector's word for one is used again. */
const KEPT = 10_000, FRESH_MS = 600_000;
/** Sessions in a body that the collector takes: for one with more nobody is asked. */
const SESSIONS = 50;
const isEvent = (event) => typeof event === 'object' && event !== null && !['purchase', 'refund'].includes(event.name);

/**
 * The merchant's half of signed users, on the merchant's server: keys stay here, and who somebody is comes from the merchant's own session, never from
 * what the mini-program says.
 * @param userOf who the request is from, by the merchant's session; undefined: nobody who is signed in
 * @param key the site's public key; `identityKey` and `secretKey` are of the same site
 */
export function createUsers({ collector, origin, fetch, key, identityKey, secretKey, userOf, wait }) {
  const client = createClient({ apiHost: collector, secretKey, fetch, ...(wait && { wait }) });
  const tags = new Map();
  const ask = async (user, visitor) => fetch(
    `${collector}/v1/profile?key=${encodeURIComponent(key)}`, { headers: { origin, authorization: `Bearer ${await signUser(identityKey, user, { key, visitor })}` } },
  );
  const tagOf = async (user, visitor) => {
    const name = `${user} ${visitor}`;
    const known = tags.get(name);
    if (known && Date.now() - known.at < FRESH_MS) return known.tag;
    const answer = await ask(user, visitor);
    if (!answer.ok) throw new Error(`profile: ${answer.status}`);
    const { user: tag } = await answer.json();
    tags.delete(name);
    if (tags.size >= KEPT) tags.delete(tags.keys().next().value);
    tags.set(name, { tag, at: Date.now() });
    return tag;
  };
  return {
    /**
     * A body of summaries that says whose they are. What can't be read goes as it came: the collector says what is wrong with it. So does one while the
     * collector can't say who it is; the next, which tells the same sessions so far, is asked for again.
     */
    async sign(request, text) {
      const user = await userOf(request);
      if (user === undefined) return text;
      try {
        const body = JSON.parse(text);
        if (body.sessions.length > SESSIONS) return text;
        for (const session of body.sessions) {
          const tag = await tagOf(user, session.visitor);
          if (tag !== undefined) session.user = tag;
        }
        return JSON.stringify(body);
      } catch (_error) {
        return text;
      }
    },
    /** What the user's other devices know. */
    async profile(request) {
      const user = await userOf(request);
      if (user === undefined) return new Response(null, { status: 401 });
      const answer = await ask(user, new URL(request.url).searchParams.get('visitor') ?? '');
      return new Response(await answer.text(), { status: answer.status, headers: { 'content-type': 'application/json' } });
    },
    /** What the user did, told by the mini-program: `{ events: [{ id, name, at? }] }`. Orders and attributes are the merchant's own to tell. */
    async events(request) {
      const user = await userOf(request);
      if (user === undefined) return new Response(null, { status: 401 });
      const body = await request.json().catch(() => undefined);
      if (!Array.isArray(body?.events) || body.events.length > 20 || !body.events.every(isEvent)) return new Response(null, { status: 422 });
      try {
        const answer = await client.events(body.events.map(({ id, name, at }) => ({ id, user, name, ...(at && { at }) })));
        return Response.json(answer, { status: 202 });
      } catch ({ code, status }) {
        return Response.json({ error: { code } }, { status: status >= 400 && status < 500 ? 502 : 503 });
      }
    },
  };
}
