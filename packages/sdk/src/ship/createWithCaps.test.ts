import type { Caps } from '@tactful/engine';
import { expect, it } from 'vitest';
import { createWithCaps } from './createWithCaps.ts';
import type { ShipCore } from './shipping.ts';

it('runs once, though its transaction failed, and writes with what another tab committed in between', async () => {
  const kept: unknown[] = [{ seen: ['ours'] }, { seen: ['ours', 'theirs'] }];
  const told: unknown[] = [];
  const engine = { caps: { seen: [] as string[] } };
  const core = {
    consent: 'granted', engine,
    observe: ({ caps }: { caps: { seen: string[] } }) => void (engine.caps = { seen: [...new Set([...engine.caps.seen, ...caps.seen])] }),
    settle: () => undefined,
    tabs: { tell: (message: unknown) => told.push(message) },
    storage: { update: async (_key: string, change: (kept: unknown) => Caps) => kept.map((one) => change(one)).pop() },
  } as unknown as ShipCore;
  let shown = 0;
  expect(await createWithCaps(core)(() => {
    engine.caps.seen.push('shown');
    return ++shown;
  })).toBe(1);
  expect([shown, told]).toEqual([1, [{ caps: { seen: ['ours', 'shown', 'theirs'] } }]]);
});
