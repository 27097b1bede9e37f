import { expect, it } from 'vitest';
import { forgetDrafts, keepDraft, readDraft } from './draftStore.ts';

/** Keys are its own properties, as those of a real one are. */
function memory(): Storage {
  const storage = {} as Record<string, string>;
  const hidden = (value: unknown) => ({ value, enumerable: false });
  return Object.defineProperties(storage, {
    getItem: hidden((key: string) => storage[key] ?? null),
    setItem: hidden((key: string, value: string) => { storage[key] = value; }),
    removeItem: hidden((key: string) => { delete storage[key]; }),
  }) as unknown as Storage;
}
const closed = (): Storage => { throw new Error('closed'); };
const OWNER = { email: 'ann@example.com', site: 'a' };
const DRAFT = { text: '{}', etag: '"3"' };

it('keeps a draft by site, and forgets it', () => {
  const storage = memory();
  expect(keepDraft(storage, OWNER, DRAFT)).toBe(true);
  expect([readDraft(storage, OWNER), readDraft(storage, { ...OWNER, site: 'b' })]).toEqual([DRAFT, undefined]);
  keepDraft(storage, OWNER, undefined);
  expect(readDraft(storage, OWNER)).toBeUndefined();
});

it('shows a draft to nobody but who typed it', () => {
  const storage = memory();
  keepDraft(storage, OWNER, DRAFT);
  expect(readDraft(storage, { ...OWNER, email: 'bob@example.com' })).toBeUndefined();
});

it('forgets all drafts of the tab at once, and nothing else in it', () => {
  const storage = memory();
  storage.setItem('another', 'stays');
  for (const site of ['a', 'b']) for (const email of ['ann@example.com', 'bob@example.com']) keepDraft(storage, { email, site }, DRAFT);
  forgetDrafts(storage);
  expect({ ...storage }).toEqual({ another: 'stays' });
});

it('lives without storage', () => {
  const storage = { ...memory(), getItem: closed, setItem: closed };
  expect(keepDraft(storage, OWNER, { text: '{}', etag: '' })).toBe(false);
  expect(readDraft(storage, OWNER)).toBeUndefined();
  expect(forgetDrafts(new Proxy({} as Storage, { ownKeys: closed as never }))).toBe(false);
});

it.each(['{"text":1}', '{'])('reads nothing from %s, which is no draft', (kept) => {
  const storage = memory();
  keepDraft(storage, OWNER, DRAFT);
  storage.setItem(Object.keys(storage)[0] as string, kept);
  expect(readDraft(storage, OWNER)).toBeUndefined();
});
