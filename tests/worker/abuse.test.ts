import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { playAbuse } from './abuse/playAbuse.ts';
import { callAdmin } from './harness/callAdmin.ts';
import { makeSite } from './harness/makeSite.ts';
import { STALL } from './harness/STALL.ts';
import { startWorker, type RunningWorker } from './harness/startWorker.ts';

let running: RunningWorker;
beforeAll(async () => { running = await startWorker(); });
afterAll(() => running.close());

const BODIES = [
  '', ' ', '{', '[', ']', 'null', 'true', '0', '""', '[]', '{}', '[[]]', '{"v":1}', '{"v":1,}', "{'v':1}", '{"a":1,"a":2}', '{"__proto__":{"v":1}}', '\uFEFF{}', '{"v":1e999}', '{"v":-0}', '"\\ud800"', '{"\\u0000":1}',
  '['.repeat(40) + ']'.repeat(40), '{"a":'.repeat(500) + '1' + '}'.repeat(500), '['.repeat(20_000), new Uint8Array([0x7b, 0xff, 0xfe, 0x7d]), new Uint8Array([0xc0, 0x80]),
];
const TEXTS = [
  '', ' ', '\0', '\ud800', '\u202e', '😀'.repeat(40), 'x'.repeat(5_000), '__proto__', 'constructor', 'toString', 'hasOwnProperty', 'then', '../../..', '%00', '%', "'; DROP TABLE sessions; --", '" OR 1=1 --', '${7*7}', '{{7*7}}',
  '<script>hit()</script>', '"><img src=x onerror=hit()>', 'javascript:hit()', '=1+1', '-1', '1e309', 'NaN', 'null', '\r\nset-cookie: a=b', '2026-13-45T99:99', '*', '/', '\\', 'pk_demo',
];

it('bodies that are no JSON, too deep or too much, and texts that are meant to break something: each gets an answer with a code', async () => {
  const site = await makeSite(running, { id: 'abuse', source: STALL });
  const more = fc.sample(fc.string({ unit: 'binary', maxLength: 60 }), { numRuns: 60, seed: 42 });
  const { broken, requests, statuses } = await playAbuse(running, site, { bodies: BODIES, texts: [...TEXTS, ...more] });
  expect(broken).toEqual([]);
  expect(requests).toBeGreaterThan(1_000);
  expect(Object.keys(statuses).map(Number).filter((status) => status >= 400).length).toBeGreaterThan(3);
  // It stands, and counts what it keeps.
  expect(await (await callAdmin(running, 'sites/abuse/recount')).json()).toMatchObject({ differences: [] });
});
