import { expect, it } from 'vitest';
import { createApi } from './createApi.ts';

/** A wire that answers with what it is given and keeps what was sent. */
function wire(...answers: readonly (Response | Error)[]) {
  const sent: { readonly url: string; readonly init: RequestInit }[] = [];
  let asked = 0;
  let again = false;
  const left = [...answers];
  const api = createApi({
    fetch: async (url, init = {}) => {
      sent.push({ url: String(url), init });
      const answer = left.shift();
      if (!(answer instanceof Response)) throw answer;
      return answer;
    },
    signInAgain: async () => { asked++; return again; },
  });
  return { api, sent, asked: () => asked, letIn: () => { again = true; } };
}
const refusal = (status: number, error: object): Response => Response.json({ error }, { status });

it('stays under /v1/admin of its own origin, with names escaped', async () => {
  const { api, sent } = wire(Response.json({}), Response.json({}), Response.json({}));
  await api.session('a/b', '../../v1/x');
  await api.publish('demo', { source: { v: 1 }, etag: '"7"', note: 'a & b' });
  await api.setCampaign('demo', 'x y', 'pause');
  expect(sent.map(({ url, init }) => [init.method, url])).toEqual([
    ['GET', '/v1/admin/sites/a%2Fb/sessions/..%2F..%2Fv1%2Fx'],
    ['PUT', '/v1/admin/sites/demo/config?note=a+%26+b'],
    ['POST', '/v1/admin/sites/demo/campaigns/x%20y/pause'],
  ]);
  expect([sent[1]?.init.headers, sent[1]?.init.body]).toEqual([{ accept: 'application/json', 'content-type': 'application/json', 'if-match': '"7"' }, '{"v":1}']);
});

it('hands issues on, and makes one of a single path', async () => {
  const issues = [{ code: 'missing', path: 'v', message: 'Missing.' }];
  const { api } = wire(refusal(422, { code: 'invalid', message: 'No.', requestId: 'r1', issues }), refusal(404, { code: 'not_found', message: 'No.', requestId: 'r2', path: 'version' }));
  expect(await api.rollback('demo', { version: 1, etag: '"7"' })).toEqual({ ok: false, failure: { code: 'invalid', status: 422, message: 'No.', issues, requestId: 'r1' } });
  expect(await api.rollback('demo', { version: 9, etag: '"7"' })).toMatchObject({ failure: { code: 'not_found', issues: [{ code: 'not_found', path: 'version', message: 'No.' }] } });
});

const ended = (): Response => refusal(401, { code: 'not_signed_in', message: '', requestId: '' });

it('makes a call that found the session ended once more, whole, after its person has signed in again', async () => {
  const { api, sent, asked, letIn } = wire(ended(), Response.json({ version: 3 }), ended(), ended());
  letIn();
  expect(await api.publish('demo', { source: { v: 1 }, etag: '"7"', note: '' })).toEqual({ ok: true, value: { version: 3 } });
  expect(sent.map(({ url, init }) => [url, init.body, (init.headers as Record<string, string>)['if-match']])).toEqual(Array(2).fill(['/v1/admin/sites/demo/config?', '{"v":1}', '"7"']));
  expect(await api.offers('demo')).toMatchObject({ failure: { code: 'not_signed_in' } });
  expect([asked(), sent.length]).toEqual([2, 4]);
});

it('gives the call up when somebody else came in, and asks nobody for signing in, out or looking who is there', async () => {
  const { api, sent, asked } = wire(ended(), refusal(401, { code: 'bad_credentials', message: '', requestId: '' }), ended(), ended());
  expect(await api.offers('demo')).toMatchObject({ failure: { code: 'not_signed_in' } });
  await api.login('a', 'b');
  await api.me();
  await api.logout();
  expect([asked(), sent.length]).toEqual([1, 4]);
});

it('never throws: no answer, a proxy’s page, an empty body', async () => {
  const { api } = wire(new TypeError('network'), new Response('<html>', { status: 502 }), new Response('<html>'), new Response(null, { status: 204 }));
  expect(await api.me()).toMatchObject({ ok: false, failure: { code: 'offline', status: 0 } });
  expect(await api.me()).toMatchObject({ ok: false, failure: { code: 'unreadable', status: 502 } });
  expect(await api.me()).toMatchObject({ ok: false, failure: { code: 'unreadable', status: 200 } });
  expect(await api.logout()).toEqual({ ok: true, value: null });
});
