// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { createGuard } from '../guard.ts';
import { createScope } from '../scope.ts';
import { pushMessages } from './pushMessages.ts';

it('relays what messages do, under names of its own, whatever an event of the page carries', () => {
  const queue: unknown[] = (window as { dataLayer?: unknown[] }).dataLayer = [];
  pushMessages({ scope: createScope(createGuard((error) => { throw error; })), consent: 'granted' });
  const tell = (detail: object) => dispatchEvent(new CustomEvent('tactful:message:dismissed', { detail }));
  tell({ campaign: 'help', reason: 'close' });
  tell({ event: 'purchase', value: 9, tactful: false, campaign: 'help', reason: 'close' });
  const told = { event: 'message_dismissed', campaign: 'help', reason: 'close', tactful: true };
  expect(queue).toEqual([told, { ...told, value: 9 }]);
});
