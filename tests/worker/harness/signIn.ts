import type { RunningWorker } from './startWorker.ts';

export type Signed = (path: string, init?: { readonly method?: string; readonly headers?: Record<string, string>; readonly body?: unknown }) => Promise<Response>;

/** Signs a staff member in; the answer calls `/v1/admin/` with their cookie, from the console's own origin. */
export async function signIn(running: RunningWorker, { email, password }: { readonly email: string; readonly password: string }): Promise<Signed> {
  const response = await running.fetch('/v1/admin/login', {
    method: 'POST', headers: { origin: running.origin, 'content-type': 'application/json' }, body: JSON.stringify({ email, password }),
  });
  if (response.status !== 200) throw new Error(`sign-in: ${response.status} ${await response.text()}`);
  const cookie = (response.headers.get('set-cookie') ?? '').split(';')[0] as string;
  return (path, { method = 'GET', headers = {}, body } = {}) => running.fetch(`/v1/admin/${path}`, {
    method, headers: { cookie, ...(method === 'GET' ? {} : { origin: running.origin, 'content-type': 'application/json' }), ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}
