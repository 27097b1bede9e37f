import { afterEach, expect, it, vi } from 'vitest';
import { createApp } from './createApp.ts';

afterEach(() => { vi.restoreAllMocks(); });

it('answers what fails here with a code and an id, never a stack; the log has it', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const response = await createApp().request('/v1/config?key=pk_demo', {}, { DB: { prepare: () => { throw new Error('disk on fire'); } } });
  expect(response.status).toBe(500);
  const text = await response.text();
  expect(JSON.parse(text)).toEqual({ error: { code: 'internal', message: 'Something failed here.', requestId: response.headers.get('x-request-id') } });
  expect(text).not.toMatch(/fire|\.ts|at /);
  expect(JSON.parse(String(log.mock.calls[0]?.[0]))).toMatchObject({ requestId: response.headers.get('x-request-id'), error: 'Error: disk on fire' });
});

it('does not sign anybody in while secrets are missing or short', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const env = { DB: {}, DEPLOY_TOKEN: '', SESSION_SECRET: 'short' };
  expect((await createApp().request('/v1/admin/me', { headers: { authorization: 'Bearer ' } }, env)).status).toBe(401);
  expect((await createApp().request('/v1/admin/login', { method: 'POST', headers: { origin: 'http://localhost' }, body: '{"email":"a@b.c","password":"x"}' }, env)).status).toBe(500);
  expect(await (await createApp().request('/v1/health', {}, env)).json()).toMatchObject({ bindings: { deployToken: false, staffSessions: false, shards: false } });
});
