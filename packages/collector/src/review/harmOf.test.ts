import { expect, it } from 'vitest';
import { sumCells } from '../report/sumCells.ts';
import type { CellRow } from '../shard/createTally.ts';
import { doubtOf, harmOf } from './harmOf.ts';

/** A day on which so many of a hundred in each arm bought, beside so many machines. */
function day(name: string, { treatment = 3, control = 50, visitors = 150, bots = 0 }: { readonly treatment?: number; readonly control?: number; readonly visitors?: number; readonly bots?: number } = {}): CellRow[] {
  const cells = (arm: string, share: number): CellRow[] => Object.entries({ visitors, conversions: Math.round(share * visitors / 100), 'drawn:500000': visitors }).map(([measure, n]) => ({ day: name, kind: 'campaign', subject: 'stall', arm, measure, n }));
  return [...cells('treatment', treatment), ...cells('control', control), ...Object.entries({ sessions: 2 * visitors, bots }).map(([measure, n]): CellRow => ({ day: name, kind: 'site', subject: '', arm: '', measure, n }))];
}
const judged = (...days: CellRow[][]) => [harmOf(sumCells(days), 'stall')?.measure, doubtOf(days, 'stall')];

it.each<[string, CellRow[][], unknown[]]>([
  ['two days apart that say so', [day('2026-11-01'), day('2026-11-03')], ['conversion', undefined]],
  ['a flood over midnight, of which either day says so', [day('2026-11-30', { visitors: 300 }), day('2026-12-01', { visitors: 299 }), ...['2026-12-02', '2026-12-03'].map((name) => day(name, { treatment: 10, control: 10 }))], ['conversion', 'one_day']],
  ['one day', [day('2026-11-01')], ['conversion', 'one_day']],
  ['a flood on one of many days', [day('2026-11-01', { visitors: 400 }), ...['2026-11-02', '2026-11-03', '2026-11-04'].map((name) => day(name, { treatment: 10, control: 10 }))], ['conversion', 'one_day']],
  ['a fifth of the sessions machines’', [day('2026-11-01', { bots: 75 }), day('2026-11-03', { bots: 75 })], ['conversion', 'bots']],
  ['fewer', [day('2026-11-01', { bots: 74 }), day('2026-11-03', { bots: 75 })], ['conversion', undefined]],
  ['machines on days without the campaign', [day('2026-11-01'), day('2026-11-03'), day('2026-11-05', { visitors: 0, bots: 900 }).filter(({ kind }) => kind === 'site')], ['conversion', undefined]],
])('%s', (_name, days, expected) => {
  expect(judged(...days)).toEqual(expected);
});
