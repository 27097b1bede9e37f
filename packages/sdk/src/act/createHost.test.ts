// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { writeJson } from '@tactful/engine';
import { createGuard } from '../guard.ts';
import { createScope } from '../scope.ts';
import type { ActorCore } from './actor.ts';
import { createHost } from './createHost.ts';
import type { Show } from './show.ts';

/** A host upon a core whose network answers as told. */
function hostOf(answer: () => Promise<unknown>, more: object = {}) {
  const log: string[] = [];
  const kept: unknown[] = [];
  const scope = createScope(createGuard((error) => log.push(String(error))));
  const core = {
    scope, settings: {}, config: { locale: 'en', texts: {} }, guest: { token: 'secret' },
    files: async () => ({ writeJson }),
    net: (path: string) => (log.push(path), answer()),
    lost: (reason: string) => log.push('lost ' + reason),
    keeping: { forget: async () => void log.push('forget'), keepRequest: (id: string, request?: { text: string }) => void kept.push([id, request && request.text]) },
    ...more,
  };
  return { log, kept, scope, host: createHost(core as unknown as ActorCore, {} as Show, { parts: {}, part: async () => false }) };
}

describe('erase', () => {
  it('forgets once the collector has erased', async () => {
    const { host, log } = hostOf(async () => new Response('{"erased":1}'));
    expect(await host.erase()).toBe(true);
    expect(log).toEqual(['visitors/me', 'forget']);
  });
  it.each([
    ['a refusal', async () => new Response('{"error":{"code":"internal"}}', { status: 500 })],
    ['a word of the page’s own worker', async () => new Response('<html>You are offline')],
    ['no network', () => Promise.reject(new TypeError('offline'))],
  ])('keeps what is here, the token among it, after %s', async (_name, answer) => {
    const { host, log } = hostOf(answer);
    expect(await host.erase()).toBe(false);
    expect(log).toEqual(['visitors/me', 'lost erase']);
  });
  it('is of the device alone where the collector knows nobody', async () => {
    const { host, log } = hostOf(async () => ({ ok: false }), { guest: undefined });
    expect(await host.erase()).toBe(true);
    expect(log).toEqual(['forget']);
  });
});

it.each([
  ['granted', { visitor: 'me' }], ['functional', {}], ['pending', {}], ['denied', {}],
] as const)('%s: a code is asked for with no more of the visitor than %j, also while an earlier visit’s token is still there', async (consent, more) => {
  const bodies: unknown[] = [];
  const net = async (_path: string, { body }: { body: string }) => (bodies.push(JSON.parse(body)), { ok: false });
  const { host } = hostOf(async () => undefined, { consent, guest: { token: 'secret', visitor: 'me' }, net });
  expect(await host.claim('ten')).toBeNull();
  expect(bodies).toEqual([{ id: expect.any(String), ...more }]);
});

it('a wish keeps its id, whatever it is called', async () => {
  const ids: unknown[] = [];
  const { host } = hostOf(async () => undefined, { net: async (_path: string, { body }: { body: string }) => (ids.push(JSON.parse(body).id), { ok: false }) });
  for (const offer of ['ten', 'constructor', 'ten', 'constructor']) await host.claim(offer);
  expect(ids).toEqual([ids[0], ids[1], ids[0], ids[1]]);
  expect([...new Set(ids)]).toEqual([expect.stringMatching(/^\d+(-\d+){3}$/), expect.stringMatching(/^\d+(-\d+){3}$/)]);
});

describe('a request to a person', () => {
  const body = { contact: 'mei@example.com', text: 'Smaller?' };
  it('is kept before it leaves, until the collector took it', async () => {
    let seen: unknown;
    const { host, kept } = hostOf(async () => {
      seen = [...kept];
      return new Response('{}', { status: 202 });
    });
    expect(await host.request(body, false, [])).toBe(true);
    const id = expect.stringMatching(/^\d+(-\d+){3}$/);
    expect([seen, kept]).toEqual([[[id, 'Smaller?']], [[id, 'Smaller?'], [id, undefined]]]);
  });
  it.each([
    ['a word of the page’s own worker', async () => new Response('<html>You are offline')],
    ['too many', async () => new Response('', { status: 429 })],
    ['no network', () => Promise.reject(new TypeError('offline'))],
  ])('stays kept after %s, and the visitor is told', async (_name, answer) => {
    const { host, kept } = hostOf(answer);
    expect(await host.request(body, false, [])).toBe(false);
    expect(kept).toHaveLength(1);
  });
});

it('no function throws or rejects, whatever the core does', async () => {
  const fail = () => { throw new Error('broken'); };
  const { host, log } = hostOf(async () => new Response('{"erased":1}', { status: 202 }), { keeping: { forget: fail, summary: fail, keepRequest: () => undefined }, emit: fail, observe: fail, now: fail, setConsent: fail });
  expect(host.shared([])).toBeFalsy();
  expect(host.summary()).toBeFalsy();
  expect(await host.erase()).toBeFalsy();
  host.withdraw();
  host.event('x');
  host.optOut();
  host.chat('opened');
  expect(await host.request({ contact: 'a', text: 'b' }, true, [])).toBe(true);
  expect(log).toContain('Error: broken');
});
