// @vitest-environment happy-dom
import { afterEach, expect, it } from 'vitest';
import { createGuard } from '../guard.ts';
import { createScope } from '../scope.ts';
import { startCalls } from './calls.ts';
import { readEntry } from '../observe/readEntry.ts';
import { createTell } from './createTell.ts';
import { startQueues } from './queues.ts';
import { shape } from './shape.ts';

const page = window as unknown as Record<string, unknown>;
afterEach(() => ['analytics', '_paq', 'dataLayer'].forEach((name) => delete page[name]));

const scope = createScope(createGuard((error) => { throw error; }));
const core = { scope, config: { sources: [], events: {}, site: { currency: 'EUR' } }, now: () => 0 } as never;
const endless = <T>(...entries: T[]): T[] => Object.assign(entries, { length: 1e9 });
/** Starts a vocabulary; the names that it tells. */
function told(start: typeof startCalls): string[] {
  const names: string[] = [];
  const look = start({ core, scope, tell: (_source, name) => void names.push(name), cart: () => undefined, hint: () => undefined });
  if (look) look();
  return names;
}

it('a vendor’s queue, and a call in it, that claim to be endless', () => {
  page['analytics'] = Object.assign(endless<unknown>(['track', 'bought'], { 0: 'track', 1: { 0: 'left', length: 1e9 }, length: 1e9 }), { track: () => undefined });
  expect(told(startCalls)).toEqual(['bought', 'left']);
  page['_paq'] = endless(['trackEvent', 'shop', 'asked']);
  expect(told(startQueues)).toEqual(['asked']);
});

it('a dataLayer that claims to be endless is looked through for what another source tells', () => {
  page['dataLayer'] = endless({ event: 'purchase' });
  const heard: unknown[] = [];
  const { tell } = createTell(core, { event: ([name]) => heard.push(name), readEntry });
  tell('marks', 'purchase', { leaves: true });
  tell('marks', 'begin_checkout', { leaves: true });
  expect(heard).toEqual(['begin_checkout']);
});

it('lines of an order that claim to be endless', () => {
  expect(shape({ items: endless({ price: 5, quantity: 2 }) })).toMatchObject({ value: 10 });
});
