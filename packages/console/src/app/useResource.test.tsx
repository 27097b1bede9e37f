/**
 * @vitest-environment happy-dom
 * @jsxImportSource preact
 */
import { act } from 'preact/test-utils';
import { render } from 'preact';
import { afterEach, expect, it, vi } from 'vitest';
import type { Answer } from '../api/Answer.ts';
import { useResource, type Resource } from './useResource.ts';

let latest: Resource<string>;
function Probe({ id, read, everyMs }: { readonly id: string; readonly read: () => Promise<Answer<string>>; readonly everyMs: number }): null {
  latest = useResource(id, read, everyMs);
  return null;
}
/** Renders, then lets the effect's own reading answer. */
async function show(id: string, read: () => Promise<Answer<string>>, everyMs = 0): Promise<void> {
  await act(async () => render(<Probe id={id} read={read} everyMs={everyMs} />, document.body));
  await act(async () => undefined);
}
const good = (value: string): Answer<string> => ({ ok: true, value });
const bad: Answer<string> = { ok: false, failure: { code: 'internal', status: 500, message: 'No.', issues: [] } };

afterEach(async () => {
  await act(async () => render(null, document.body));
  vi.useRealTimers();
});

it('keeps what it had when a later reading fails', async () => {
  const answers = [good('one'), bad];
  await show('a', async () => answers.shift() ?? bad);
  expect(latest.data).toBe('one');
  await act(async () => latest.reload());
  expect([latest.data, latest.failure?.code]).toEqual(['one', 'internal']);
});

it('drops an answer that another id overtook', async () => {
  let late = (_: Answer<string>): void => undefined;
  await show('a', () => new Promise(resolve => { late = resolve; }));
  await show('b', async () => good('b'));
  await act(async () => late(good('a')));
  expect(latest.data).toBe('b');
});

it('reads again while the page is visible, at once on becoming so, and no more once it is gone', async () => {
  vi.useFakeTimers();
  let reads = 0;
  let visibility: DocumentVisibilityState = 'visible';
  Object.defineProperty(document, 'visibilityState', { get: () => visibility, configurable: true });
  await show('a', async () => good(String(++reads)), 5_000);
  await act(async () => { await vi.advanceTimersByTimeAsync(10_000); });
  expect(reads).toBe(3);
  visibility = 'hidden';
  await act(async () => { await vi.advanceTimersByTimeAsync(60_000); });
  expect(reads).toBe(3);
  visibility = 'visible';
  await act(async () => { document.dispatchEvent(new Event('visibilitychange')); });
  expect(reads).toBe(4);
  await act(async () => render(null, document.body));
  await vi.advanceTimersByTimeAsync(60_000);
  expect(reads).toBe(4);
});
