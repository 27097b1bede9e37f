import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parseModel } from '@tactful/protocol';
import { afterAll, expect, it } from 'vitest';
import { readTable } from '../../../scripts/cli/readTable.ts';
import { crossValidate } from '../../../scripts/learn/crossValidate.ts';
import { tableOf } from '../../../scripts/learn/tableOf.ts';
import { agreement } from '../../../scripts/learn-bench/agreement.ts';
import { afterAdding, afterEvents, clickSessions } from '../../../scripts/learn-bench/clickSessions.ts';
import wrong from './wrong.json' with { type: 'json' };

const folder = mkdtempSync(join(tmpdir(), 'tactful-learn-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const write = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, name.endsWith('.gz') ? gzipSync(text) : text);
  return path;
};

/** Two thirds of the time of those who bought were spent on products, and France buys more. */
const shop = (columns: string): string => {
  let seed = 11;
  const draw = (): number => (seed = seed * 48_271 % 2_147_483_647) / 2_147_483_647;
  return [columns, ...Array.from({ length: 300 }, () => {
    const [seconds, country] = [Math.round(-120 * Math.log(draw())), draw() < 0.5 ? 'fr' : 'de'];
    const bought = draw() < 1 / (1 + Math.exp(2 - seconds / 100 - (country === 'fr' ? 1 : 0)));
    return `${draw() < 0.1 ? '' : seconds},${country},${Math.ceil(draw() * 9)},${bought ? 'yes' : 'no'}`;
  })].join('\n');
};

it.each(wrong as [string, string, Parameters<typeof tableOf>[1], string][])('%s', (_name, text, options, words) => {
  expect(() => tableOf(readTable(write('wrong.csv', text), [options.label]), options)).toThrow(words);
});

it('takes numbers, words and what is unknown for what they are', () => {
  const rows = Array.from({ length: 20 }, (_one, row) => `${row},${row % 2 ? 'TRUE' : 'false'},${row === 3 ? 'NaN' : row / 2},${row % 3},"a, ""b""",${row % 2}`);
  const table = tableOf(readTable(write('kinds.csv.gz', ['\uFEFFid,flag,half,kind,word,y', ...rows, '', ''].join('\r\n')), ['y']), { label: 'y', without: ['id'], categories: ['kind'] });
  expect(table.numbers.map(({ name, values }) => [name, ...values.slice(0, 4)])).toEqual([['flag', 0, 1, 0, 1], ['half', 0, 0.5, 1, NaN]]);
  expect(table.categories.map(({ name, cells }) => [name, ...cells.slice(0, 3)])).toEqual([['kind', '0', '1', '2'], ['word', 'a, "b"', 'a, "b"', 'a, "b"']]);
});

it('judges each row by what has not seen it, and the device agrees', () => {
  const table = tableOf(readTable(write('shop.csv', shop('seconds.product,country,views.help,bought')), ['bought']), { label: 'bought' });
  const shares: number[] = [];
  const { auc, bytes, f1, models } = crossValidate(table, { folds: 3, seed: 1, trees: { rounds: 10 }, onProgress: (done) => shares.push(done) });
  expect(auc).toBeGreaterThan(0.65);
  expect(f1).toBeGreaterThan(0.4);
  expect(bytes).toBeLessThan(2_000);
  expect(shares).toEqual([...shares].sort((one, other) => one - other));
  const same = agreement(models.map(({ learned, test }) => ({ form: learned.score, test })));
  expect([same.predictions, same.device < 1e-9, same.path < 1e-6, same.shapley < 1e-6]).toEqual([300, true, true, true]);
  // Of labels that mean nothing, nothing is learned: no fold may look into the other.
  const shuffled = { ...table, labels: table.labels.map((_label, row) => table.labels[row * 7 % 300]!) };
  expect(Math.abs(crossValidate(shuffled, { folds: 3, seed: 1, trees: { rounds: 10 } }).auc - 0.5)).toBeLessThan(0.1);
});

const run = (args: readonly string[]): Promise<{ code: unknown; out: string; err: string }> =>
  new Promise((done) => void execFile(process.execPath, ['--conditions=source', 'scripts/learn.ts', ...args], (error, out, err) => done({ code: error?.code ?? 0, out, err })));

it('the command prints the figures with its progress, and writes what can be published', async () => {
  const path = write('device.csv.gz', shop('seconds.product,country,views.help,bought'));
  const out = join(folder, 'model.json');
  const first = await run([path, '--label', 'bought', '--without', 'country', '--folds', '2', '--model', 'linear', '--out', out]);
  expect([first.code, first.err.split('\n')[0]]).toEqual([0, '0 % of 3 models to learn']);
  for (const name of ['AUC', 'average precision', 'F1', 'log-loss', 'Brier score', 'calibration error', 'model, gzip']) expect(first.out).toMatch(new RegExp(`^${name} +[\\d,.]+`, 'm'));
  expect(first.out).not.toContain('No device knows');
  const model = JSON.parse(readFileSync(out, 'utf8'));
  expect(parseModel(model)).toMatchObject({ ok: true });
  expect(Object.keys(model.states)).toEqual(['likely_buyer']);

  const second = await run([path, '--label', 'bought', '--folds', '2', '--model', 'linear', '--state', 'high_value', '--out', out]);
  expect(second.out).toContain('No device knows country: this model can\'t be published.');
  const { levels, states } = JSON.parse(readFileSync(out, 'utf8'));
  expect(levels.country.fr).toBeGreaterThan(levels.country.de);
  expect(Object.keys(states)).toEqual(['high_value']);
});

it('reads clicks until a moment, and the same many after something was added', () => {
  const sessions = clickSessions(write('sample_data.csv', ['event_sequence,event_time,label', '"[1, 2, 3, 1, 4, 6]","[1000, 2000, 3000, 4000, 5000, 6000]",1', '"[1, 2, 1]","[1, 1, 1]",0'].join('\n')));
  const of = (table: ReturnType<typeof afterEvents>) => ({ labels: [...table.labels], ...Object.fromEntries(table.numbers.map(({ name, values }) => [name, values[0]])) });
  expect(of(afterEvents(sessions, 3))).toMatchObject({ labels: [1], events: 3, seconds: 6, 'last seconds': 3, views: 1, 'views seconds': 1, 'since views': 2, products: 1, added: 1, 'since added': 0, removed: 0, 'since removed': NaN });
  expect(of(afterEvents(sessions, 2)).labels).toEqual([1, 0]);
  expect(of(afterAdding(sessions, 2))).toMatchObject({ labels: [1], events: 5, removed: 1, 'since added': 2 });
  expect(() => clickSessions(write('bad.csv', 'event_sequence,event_time,label\n1;2,"[1]",1'))).toThrow('wrong_type: Row 1: event_sequence is no list of numbers.');
});
