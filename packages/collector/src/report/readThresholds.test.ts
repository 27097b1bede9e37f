import { COLUMNS, type Past } from '@tactful/learner';
import type { CampaignSource } from '@tactful/protocol';
import { expect, it } from 'vitest';
import { metOf, thresholdsOf } from './readThresholds.ts';

it.each<[string, object, [string, number][]]>([
  ['a condition', { conditions: { all: [{ feature: 'cart.value', gte: 50 }, { any: [{ feature: 'intent.price_doubt', gte: 0.6 }] }] } }, [['price_doubt', 0.6]]],
  ['a clause', { trigger: { any: [{ on: 'intent', state: 'struggle', gte: 0.7 }] } }, [['struggle', 0.7]]],
  ['both: the higher one holds', { trigger: { any: [{ on: 'intent', state: 'struggle', gte: 0.7 }] }, conditions: { feature: 'intent.struggle', gt: 0.8 } }, [['struggle', 0.8]]],
  ['branches: the lowest opens', { conditions: { any: [{ feature: 'intent.price_doubt', gte: 0.8 }, { all: [{ feature: 'intent.price_doubt', gte: 0.4 }, { feature: 'intent.price_doubt', gt: 0.6 }] }] } }, [['price_doubt', 0.6]]],
  ['a sequence, and clauses that all have to fire', { trigger: { all: [{ on: 'error' }, { on: 'sequence', of: [{ on: 'intent', state: 'struggle', gte: 0.7 }, { on: 'error' }] }] } }, [['struggle', 0.7]]],
  ['none where another branch opens, too', { trigger: { any: [{ on: 'intent', state: 'struggle', gte: 0.7 }, { on: 'exit_intent' }] }, conditions: { any: [{ feature: 'intent.price_doubt', gte: 0.6 }, { feature: 'cart.value', gte: 50 }] } }, []],
  ['none from below, or under a not', { conditions: { all: [{ feature: 'intent.price_doubt', lt: 0.6 }, { not: { feature: 'intent.struggle', gte: 0.5 } }] } }, []],
  ['nor of what is learned', { conditions: { feature: 'intent.abandon', gte: 0.6 } }, []],
])('finds thresholds in %s', (_name, campaign, expected) => {
  expect([...thresholdsOf({ trigger: { any: [{ on: 'error' }] }, ...campaign } as unknown as CampaignSource)]).toEqual(expected);
});

const AT = 1_000_000;
const x = (seconds: number): number[] => COLUMNS.map((name) => (name === 'attention.price_seconds' ? seconds : -1));
const shown = { arm: 'treatment', at: AT, campaign: 'c', outcome: 'click', reason: '' };
const past = (more: Partial<Past> = {}): Past => ({ sessions: [{ id: 1, snapshots: [{ at: AT - 90_000, x: x(0) }, { at: AT, x: x(40) }, { at: AT + 1, x: x(0) }] }], orders: [], exposures: [shown], ...more });
const score = { bias: 0, terms: [['attention.price_seconds', 0.1, 0, 'identity']] } as const;
const order = (at: number) => ({ id: 'o', session: 1, event: 'purchase', mills: 1, lacks: '', at });
const met = (more: Partial<Past> = {}) => metOf(past(more), { campaign: 'c', score, within: 1_000 });
const one = { score: 1 / (1 + Math.exp(-4)), treated: true, converted: false, unwanted: false };

it.each<[string, Partial<Past>, object[]]>([
  ['by the score as it was then', {}, [one]],
  ['kept out', { exposures: [{ ...shown, arm: 'control', outcome: 'dismiss' }] }, [{ ...one, treated: false }]],
  ['who dismissed it', { exposures: [{ ...shown, outcome: 'dismiss' }] }, [{ ...one, unwanted: true }]],
  ['who said that it helped', { exposures: [{ ...shown, helped: 1 }] }, [{ ...one, helped: true }]],
  ['who said that it did not', { exposures: [{ ...shown, helped: 0 }] }, [{ ...one, helped: false }]],
  ['who said nothing', { exposures: [{ ...shown, helped: null }] }, [one]],
  ['who wants no more', { exposures: [{ ...shown, reason: 'opt_out' }] }, [{ ...one, unwanted: true }]],
  ['who bought in time', { orders: [order(AT + 1_000)] }, [{ ...one, converted: true }]],
  ['who bought before, or later', { orders: [order(AT - 1), order(AT + 1_001)] }, [one]],
  ['once, where they met it first', { exposures: [{ ...shown, at: AT + 900_000, outcome: 'dismiss' }, shown] }, [one]],
  ['not who met both arms', { exposures: [shown, { ...shown, arm: 'control', at: AT + 1 }] }, []],
  ['nor who met it elsewhere first, where it is counted', { exposures: [{ arm: 'treatment', at: 0, campaign: 'c', outcome: '', reason: '', helped: null }, shown] }, []],
  ['nor in shadow, nor another campaign', { exposures: [{ ...shown, arm: 'shadow' }, { ...shown, campaign: 'd' }] }, []],
  ['nor where nothing was known then', { sessions: [{ id: 1, snapshots: [{ at: AT - 60_000, x: x(1) }, { at: AT + 1, x: x(1) }] }] }, []],
])('tells who met a campaign: %s', (_name, more, expected) => {
  expect(met(more)).toEqual(expected);
});
