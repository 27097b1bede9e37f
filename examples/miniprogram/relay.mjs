import { createUsers } from './users.mjs';

/**
 * The way from the mini-program to the collector, on the merchant's own domain (the platform lets requests go to no other): it
 * hands on the configuration and the summaries, under the site's origin, and of who asked only what the client calls itself, which
 * tells a program from a person and is not kept. Runs wherever
 * Request and Response do.
 * @param collector its origin
 * @param origin one of the site's origins
 * @param base path under which the relay is mounted
 * @param users where the merchant's server knows who is signed in, see `createUsers`: then what the mini-program tells is theirs, on whatever device they are
 */
export const createRelay = ({ collector, origin, base = '', fetch = globalThis.fetch, users }) => {
  const joined = users && createUsers({ collector, origin, fetch, ...users });
  return async (request) => {
    const { pathname, search } = new URL(request.url);
    const [method, path] = [request.method, pathname.slice(base.length)];
    if (joined && method === 'POST' && path === '/v1/events') return joined.events(request);
    if (joined && method === 'GET' && path === '/v1/profile') return joined.profile(request);
    if (!(method === 'GET' && path === '/v1/config') && !(method === 'POST' && path === '/v1/summaries')) return new Response(null, { status: 404 });
    const text = method === 'POST' ? await request.text() : undefined;
    const sent = text === undefined ? {} : { body: joined ? await joined.sign(request, text) : text };
    const answer = await fetch(collector + path + search, { method, headers: { origin, 'content-type': 'text/plain', 'user-agent': request.headers.get('user-agent') ?? '' }, redirect: 'manual', ...sent });
    const headers = new Headers();
    for (const name of ['content-type', 'etag', 'tactful-time', 'retry-after']) if (answer.headers.has(name)) headers.set(name, answer.headers.get(name));
    return new Response(await answer.text(), { status: answer.status, headers });
  };
};
