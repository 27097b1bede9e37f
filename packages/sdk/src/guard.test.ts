import { expect, it } from 'vitest';
import { createGuard } from './guard.ts';

it('keeps errors in, tells of each, and hands results and arguments through', () => {
  const swallowed: unknown[] = [];
  const guard = createGuard((error) => swallowed.push(error));
  expect(guard((a: number, b: number) => a + b)(1, 2)).toBe(3);
  expect(guard(() => {
    throw 'x';
  })()).toBeUndefined();
  expect(swallowed).toEqual(['x']);
});

it('keeps rejections in, too: the promise resolves', async () => {
  const swallowed: unknown[] = [];
  const guard = createGuard((error) => void swallowed.push(error));
  expect(await guard(async () => {
    throw 'x';
  })()).toBeUndefined();
  expect(await guard(async () => 7)()).toBe(7);
  expect(swallowed).toEqual(['x']);
});

it('keeps in what the telling itself throws', async () => {
  const guard = createGuard(() => {
    throw 'y';
  });
  expect(guard(() => {
    throw 'x';
  })()).toBeUndefined();
  expect(await guard(async () => {
    throw 'x';
  })()).toBeUndefined();
});

it('knows a promise of another make, and waits for it as the language does', async () => {
  const swallowed: unknown[] = [];
  const guard = createGuard((error) => void swallowed.push(error));
  const { then } = Promise.prototype;
  Promise.prototype.then = () => {
    throw new Error('broken by the host');
  };
  const answers = [guard(() => ({ then: (_done: unknown, failed: (error: unknown) => void) => failed('x') }))(), guard(async () => {
    throw 'y';
  })(), guard(async () => 7)()];
  Promise.prototype.then = then;
  expect(await Promise.all(answers)).toEqual([undefined, undefined, 7]);
  expect(swallowed.sort()).toEqual(['x', 'y']);
});
