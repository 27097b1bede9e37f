import { ERRORS } from '@tactful/protocol';
import { expect, it } from 'vitest';
import { reaction } from './outbox.ts';

it.each(Object.entries(ERRORS))('%s: the device does what the error table says', (_code, { status, client }) => {
  // `fix` is for people: a device can only let go.
  expect(reaction(status)).toBe(client === 'fix' ? 'drop' : client);
});

it('no answer, and an answer that is none of ours, are tried again', () => {
  expect([0, 200, 304, 502].map(reaction)).toEqual(['retry', 'retry', 'retry', 'retry']);
});
