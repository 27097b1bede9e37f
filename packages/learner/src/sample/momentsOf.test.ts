import { expect, it } from 'vitest';
import { LEARNED, type LearnedState } from './LEARNED.ts';
import { COLUMNS, momentsOf } from './momentsOf.ts';
import type { Past, PastOrder } from './Past.ts';

const DAY = 86_400_000, AT = 1_000_000, NOW = AT + 40 * DAY;
const x = (items = 1): number[] => COLUMNS.map((name) => (name === 'cart.items' ? items : 0));
const order = (more: Partial<PastOrder> = {}): PastOrder => ({ id: 'o1', session: 1, event: 'purchase', mills: 50_000, lacks: '', at: AT + 60_000, ...more });
const past = (more: Partial<Past> = {}): Past => ({ sessions: [{ id: 1, snapshots: [{ at: AT, x: x() }] }], orders: [], exposures: [], ...more });
const was = (state: LearnedState, more: Partial<Past> = {}, now = NOW): number[] => momentsOf(past(more), { visitor: 7, state, now }).map((moment) => moment.was);

it.each<[string, LearnedState, Partial<Past>, number[]]>([
  ['a purchase later in the session', 'likely_buyer', { orders: [order()] }, [1]],
  ['none', 'likely_buyer', {}, [0]],
  ['a purchase in another session', 'likely_buyer', { orders: [order({ session: 2 })] }, [0]],
  ['a purchase in the session of which the shop’s server told first', 'likely_buyer', { orders: [order(), order({ session: 0, at: AT + 58_000 })] }, [1]],
  ['a purchase of before that a later session saw again', 'likely_buyer', { orders: [order(), order({ session: 2, at: AT - DAY })] }, [0]],
  ['a refund is none', 'likely_buyer', { orders: [order({ event: 'refund', mills: -50_000 })] }, [0]],
  ['the answer was there before', 'likely_buyer', { orders: [order({ at: AT - 1 })] }, []],
  ['a cart and nothing', 'abandon', {}, [1]],
  ['a cart, bought in a later session of the day', 'abandon', { orders: [order({ session: 2, at: AT + DAY })] }, [0]],
  ['a cart, bought elsewhere as told by a server', 'abandon', { orders: [order({ session: 0 })] }, [0]],
  ['a cart, bought a day and a moment later', 'abandon', { orders: [order({ at: AT + DAY + 1 })] }, [1]],
  ['bought before', 'abandon', { orders: [order({ at: AT - 1 })] }, [1]],
  ['no cart', 'abandon', { sessions: [{ id: 1, snapshots: [{ at: AT, x: x(0) }] }] }, []],
  ['a cart that nobody told of', 'abandon', { sessions: [{ id: 1, snapshots: [{ at: AT, x: x(-1) }] }] }, []],
  ['what is spent in 30 days, in all sessions', 'high_value', { orders: [order(), order({ id: 'o2', session: 3, at: AT + 30 * DAY })] }, [100_000]],
  ['an order that was seen twice is one', 'high_value', { orders: [order(), order({ session: 0, at: AT + 90_000 })] }, [50_000]],
  ['less what went back', 'high_value', { orders: [order(), order({ id: 'r1', event: 'refund', mills: -20_000, at: AT + DAY })] }, [30_000]],
  ['what was spent before, or after 30 days', 'high_value', { orders: [order({ at: AT }), order({ id: 'o2', at: AT + 30 * DAY + 1 })] }, [0]],
  ['an order of unknown value', 'high_value', { orders: [order({ lacks: 'currency', mills: 0 })] }, []],
])('%s (%s)', (_name, state, more, expected) => {
  expect(was(state, more)).toEqual(expected);
});

it.each(Object.entries(LEARNED) as [LearnedState, number][])('%s: a moment counts once it is known what came of it', (state, window) => {
  expect([was(state, {}, AT + window - 1), was(state, {}, AT + window)]).toEqual([[], [state === 'abandon' ? 1 : 0]]);
});

it('tells each moment as it was then, and nothing that came later', () => {
  const later = x(3);
  const told = momentsOf(past({ sessions: [{ id: 1, snapshots: [{ at: AT, x: x() }, { at: AT + 30_000, x: later }] }], orders: [order()] }), { visitor: 7, state: 'likely_buyer', now: NOW });
  expect(told).toEqual([{ visitor: 7, at: AT, x: x(), was: 1, met: '' }, { visitor: 7, at: AT + 30_000, x: later, was: 1, met: '' }]);
});

it.each<[string, Past['exposures'], string]>([
  ['nobody', [], ''], ['control', [{ arm: 'control', at: AT }], 'untreated'], ['holdout', [{ arm: 'holdout', at: AT }], 'untreated'], ['a shadow', [{ arm: 'shadow', at: AT }], ''],
  ['treated before', [{ arm: 'treatment', at: AT - 90 * DAY }], 'treated'], ['treated before it was known', [{ arm: 'control', at: AT }, { arm: 'treatment', at: AT + DAY }], 'treated'],
  ['treated after it was known', [{ arm: 'control', at: AT }, { arm: 'treatment', at: AT + DAY + 1 }], 'untreated'],
])('who met a campaign: %s', (_name, exposures, met) => {
  expect(momentsOf(past({ exposures }), { visitor: 7, state: 'abandon', now: NOW })[0]!.met).toBe(met);
});

it('cuts what is told to the registry’s ranges; what is below them is unknown', () => {
  const told = momentsOf(past({ sessions: [{ id: 1, snapshots: [{ at: AT, x: COLUMNS.map((_name, at) => (at % 2 ? 1e12 : -1e12)) }] }] }), { visitor: 7, state: 'likely_buyer', now: NOW })[0]!.x;
  const said = (name: string): number => told[COLUMNS.indexOf(name)]!;
  expect([said('cart.value'), said('cart.items'), said('session.active_seconds'), said('session.pages'), told.length]).toEqual([-1, 10_000, 86_400, -1, COLUMNS.length]);
});
