import type { AuditEntry } from '@tactful/protocol';
import { Hono } from 'hono';
import { expect, it } from 'vitest';
import { docs } from '#docs';
import type { AppContext, AppEnv } from '../AppEnv.ts';
import { changed } from '../answer/changed.ts';
import { createMemory } from '../store/createMemory.ts';
import type { Stores } from '../store/createStores.ts';
import { record } from './record.ts';
import { route } from './route.ts';

/** Calls a write whose handler is given, and says what the log holds while it runs and afterwards. */
async function play(handle: (c: AppContext) => Response, method: 'GET' | 'POST' = 'POST'): Promise<{ readonly during: string[]; readonly after: string[] }> {
  let next = 0;
  const rows = new Map<number, AuditEntry>();
  const audit: Stores['audit'] = {
    write: async (entry) => void rows.set(++next, entry), begin: async (entry) => { rows.set(++next, entry); return next; }, list: async () => [...rows.values()],
    settle: async (begun, entries) => { rows.delete(begun); for (const entry of entries) rows.set(++next, entry); },
  };
  const told = (): string[] => [...rows.values()].map(({ by, role, site, action, detail }) => `${by} ${role} ${site} ${action} ${detail}`);
  let during: string[] = [];
  const row = route({
    method, path: '/sites/:site/things/:thing', who: 'editor', action: 'set_thing',
    docs: docs({ does: '', answers: [200, ''] }),
    handle: () => new Response(),
  });
  const app = new Hono<AppEnv>();
  app.onError((_error, c) => c.json({}, 500));
  app.use(async (c, go) => {
    c.set('stores', { audit } as Stores);
    c.set('caller', { kind: 'staff', email: 'ed@example.com', roles: new Map(), sessionId: '', expiresAt: 0 });
    c.set('role', 'editor');
    c.set('memory', createMemory());
    await go();
  });
  app.on(method, row.path, record(row), (c) => {
    during = told();
    return handle(c);
  });
  await app.request('/sites/mine/things/one', { method });
  return { during, after: told() };
}

const BEGUN = 'ed@example.com editor mine set_thing begun: one';
it.each<[string, (c: AppContext) => Response, string[]]>([
  ['what was done, as the path names it', (c) => c.json({}), ['ed@example.com editor mine set_thing one']],
  ['what the handler says', (c) => { changed(c, { detail: 'x'.repeat(600) }, { site: 'other', action: 'also', detail: 'y' }); return c.json({}, 201); },
    [`ed@example.com editor mine set_thing ${'x'.repeat(500)}`, 'ed@example.com editor other also y']],
  ['nothing of what changed nothing', (c) => { changed(c); return c.json({}); }, []],
  ['nothing of what was refused', (c) => { changed(c, { detail: 'x' }); return c.json({}, 409); }, []],
  ['that it was begun, of what failed', (c) => c.json({}, 500), [BEGUN]],
  ['that it was begun, of what threw', () => { throw new Error('gone'); }, [BEGUN]],
])('keeps %s; and from before the change, that it was begun', async (_what, handle, after) => {
  expect(await play(handle)).toEqual({ during: [BEGUN], after });
});

it('keeps nothing of a reading', async () => {
  expect(await play((c) => c.json({}), 'GET')).toEqual({ during: [], after: [] });
});
