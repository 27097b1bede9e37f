import { expect, it } from 'vitest';
import { adminBodies } from './adminBodies.ts';

const made = (email: string): unknown => adminBodies.staff.parse({ email, password: 'correct horse battery', sites: ['mine'] });

it.each(['ann@example.com', 'ann+x@example.com', 'ä@例子.中国'])('takes %j for an address', (email) => expect(made(email)).toMatchObject({ ok: true }));
it.each(['ann', 'a b@example.com', 'ann\u0000@example.com', 'ann\u200b@example.com', 'ann\u202e@example.com', '\ufeffann@example.com', 'ann\ud800@example.com'])(
  'refuses %j: a list would show it as it shows another account, or not as it is', (email) => expect(made(email)).toMatchObject({ ok: false, issues: [{ path: 'email' }] }),
);
