import { expect, it } from 'vitest';
import { keepDraft, readDraft } from './draftStore.ts';

function memory(): Storage {
  const kept = new Map<string, string>();
  return { getItem: key => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value), removeItem: key => void kept.delete(key), clear: () => kept.clear(), key: () => null, length: 0 };
}
const closed = (): Storage => { throw new Error('closed'); };

it('keeps a draft by site, and forgets it', () => {
  const storage = memory();
  const draft = { text: '{}', etag: '"3"' };
  expect(keepDraft(storage, 'a', draft)).toBe(true);
  expect([readDraft(storage, 'a'), readDraft(storage, 'b')]).toEqual([draft, undefined]);
  keepDraft(storage, 'a', undefined);
  expect(readDraft(storage, 'a')).toBeUndefined();
});

it('lives without storage', () => {
  const storage = { ...memory(), getItem: closed, setItem: closed };
  expect(keepDraft(storage, 'a', { text: '{}', etag: '' })).toBe(false);
  expect(readDraft(storage, 'a')).toBeUndefined();
});

it('reads nothing from what is not a draft', () => {
  const storage = memory();
  storage.setItem('tactful.draft.a', '{"text":1}');
  expect(readDraft(storage, 'a')).toBeUndefined();
  storage.setItem('tactful.draft.a', '{');
  expect(readDraft(storage, 'a')).toBeUndefined();
});
