// @vitest-environment happy-dom
import { carry, createCore, nothing, observe } from '@tactful/engine';
import { compile, LIMITS, localize } from '@tactful/protocol';
import { expect, it } from 'vitest';
import { createCarried } from './carried.ts';

const config = localize(compile({ v: 1, campaigns: [] }, { siteId: 'demo', salt: 's' }), 'en');
const TAB = { part: 'p'.repeat(11), session: 's'.repeat(22), seq: 7, due: 1_800_000_000_000, form: 'checkout', sent: false };

/** A memory that is larger than what may be carried, of so many attributes with such texts. */
function crowded(count: number, text: string) {
  const core = createCore({ config, at: 0, visitor: 'v', session: TAB.session, random: () => 0, stages: nothing() });
  observe(core, { kind: 'attributes', at: 0, values: Object.fromEntries(Array.from({ length: count }, (_, n) => ['a' + n, text])) });
  for (let n = 0; n < 400; n++) core.rows['campaign/1/' + n + ':'] = [n, n + 1];
  return core;
}

it.each([[0, ''], [40, 'x'.repeat(100)], [40, '"'.repeat(100)], [40, '\n\u0001'.repeat(50)], [40, '字'.repeat(100)]])('carries a crowded memory with %i attributes of %j', (count, text) => {
  const carried = createCarried('tactful:test');
  expect(carried.write(TAB, (room) => carry(crowded(count, text), room))).toBe(true);
  expect(sessionStorage.getItem('tactful:test')!.length).toBeLessThanOrEqual(LIMITS.carriedBytes);
  expect(carried.read()).toMatchObject(TAB);
});

it('forgets', () => {
  const carried = createCarried('tactful:test');
  carried.write(TAB, (room) => carry(crowded(0, ''), room));
  carried.write();
  expect([carried.read(), sessionStorage.length]).toEqual([undefined, 0]);
});
