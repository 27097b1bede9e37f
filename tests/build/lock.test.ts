import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { createLock } from '../../scripts/start/createLock.mjs';
import { readStart } from '../../scripts/start/readStart.mjs';

const folder = mkdtempSync(join(tmpdir(), 'tactful-lock-'));
const file = join(folder, 'kept/running.json');
beforeEach(() => rmSync(file, { force: true }));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** As many processes as there are names, each begun when it says. */
const world = (starts: Record<number, string>) => (pid: number) => createLock({ file, pid, startOf: (id: number) => starts[id] });

it('lets one serve, names it to the second, and is free again once its last process left', () => {
  const lock = world({ 10: 'a', 11: 'a', 12: 'b', 20: 'c' });
  lock(10).take(8787);
  lock(11).join();
  lock(11).join(12);
  expect(() => lock(20).take(9000)).toThrow('This clone is served already, at http://localhost:8787 (process 10).');
  lock(20).leave();
  lock(10).leave();
  expect(lock(20).read()).toMatchObject({ port: 8787, holders: [{ pid: 11 }, { pid: 12 }] });
  lock(11).leave();
  lock(12).leave();
  expect(existsSync(file)).toBe(false);
  lock(20).take(9000);
  expect(lock(10).read()).toMatchObject({ port: 9000 });
});

it('what a crash, another process of the same id, or half a file left behind holds nothing', () => {
  world({ 10: 'a' })(10).take(8787);
  world({ 20: 'c' })(20).take(9000);
  world({ 20: 'another', 30: 'd' })(30).take(9100);
  writeFileSync(file, '{"port":91');
  world({ 40: 'e' })(40).take(9200);
  expect(world({ 40: 'e' })(50).read()).toEqual({ port: 9200, holders: [{ pid: 40, start: 'e' }] });
});

it('a worker that outlives what started it still holds it', () => {
  world({ 10: 'a', 12: 'b' })(10).take(8787);
  world({ 10: 'a', 12: 'b' })(11).join(12);
  expect(() => world({ 12: 'b', 20: 'c' })(20).take(9000)).toThrow('(process 12)');
});

it('tells a process by when it began', async () => {
  const child = spawn(process.execPath, ['-e', 'process.stdin.resume()']);
  const start = readStart(child.pid);
  expect([start, readStart(child.pid)]).toEqual([expect.stringMatching(/\d/), start]);
  child.stdin.end();
  await once(child, 'exit');
  expect(readStart(child.pid)).toBeUndefined();
});
