// @vitest-environment happy-dom
import { afterEach, expect, it } from 'vitest';
import { createGuard } from '../guard.ts';
import { createScope } from '../scope.ts';
import type { PageEvent } from './readEntry.ts';
import { startSources } from './sources.ts';

const page = window as unknown as { dataLayer?: unknown };
afterEach(() => delete page.dataLayer);

/** Reads the queue; tells the names that were heard, and what was lost. */
function hear(): readonly [names: unknown[], lost: unknown[]] {
  const names: unknown[] = [], lost: unknown[] = [];
  const scope = createScope(createGuard((error) => { throw error; }));
  const core = { scope, config: { sources: [] } as never, want: () => undefined, lost: (reason: string, n = 1) => n > 0 && lost.push([reason, n]) };
  startSources(core as never, ([name]: PageEvent) => typeof name == 'string' && names.push(name))();
  return [names, lost];
}

it('reads what is there of a queue that claims to be endless', () => {
  page.dataLayer = Object.assign([{ event: 'a' }, { event: 'b' }], { length: 1e9 });
  expect(hear()).toEqual([['a', 'b'], []]);
});

it('reads the first thousand entries, and counts the others', () => {
  page.dataLayer = Array.from({ length: 1_300 }, (_, at) => ({ event: 'e' + at }));
  const [names, lost] = hear();
  // Its own `push` is one of them.
  expect([names.length, names.at(-1), lost]).toEqual([1_000, 'e999', [['early', 300]]]);
});

it('is no queue: left alone', () => {
  page.dataLayer = { length: 1e9 };
  expect(hear()).toEqual([[], []]);
});
