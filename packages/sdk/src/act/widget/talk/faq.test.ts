// @vitest-environment happy-dom
import type { DeviceFaq, DeviceMessage } from '@tactful/protocol';
import { afterEach, expect, it } from 'vitest';
import { mountWidget, view, type MountedWidget } from '../../../../../../tests/doubles/widgetHost.ts';
import { mount } from '../mount.ts';

const FAQ: DeviceFaq[] = [
  { id: 'return', q: 'How do I return something?', also: ['send an order back'], a: 'Within 30 days.', action: { kind: 'link', label: 'My orders', url: '/orders' } },
  { id: 'time', q: 'How long does delivery take?', a: 'Two to four days.' },
  { id: 'cost', q: 'How much does delivery cost?', a: 'Nothing.' },
];
const CHAT: DeviceMessage = { kind: 'chat', title: 'Stuck?', chat: [{ id: 'question', say: 'Shall I show you?', replies: [{ label: 'No' }] }] };
const bubbles = ({ root }: MountedWidget) => [...root()!.querySelectorAll('.says')].map((one) => one.textContent);
const input = ({ root }: MountedWidget) => root()!.querySelector('.ask input') as HTMLInputElement;
const ask = (it: MountedWidget, question: string) => {
  input(it).value = question;
  it.press('Ask');
};
const open = (message?: DeviceMessage) => {
  const it = mountWidget(mount, { faq: FAQ });
  if (message) it.widget.show(view(message));
  else it.widget.openChat();
  return it;
};
afterEach(() => document.querySelectorAll('tactful-widget').forEach((one) => one.remove()));

it('answers what it is asked from the site’s own answers, several in turn, and sends nothing', () => {
  const it = open(CHAT);
  ask(it, 'how can I send it back?');
  ask(it, 'and the return of an order');
  expect(bubbles(it)).toEqual(['Shall I show you?', 'You: how can I send it back?', 'Within 30 days.', 'You: and the return of an order', 'Within 30 days.']);
  expect(it.root()!.querySelector('a.reply')?.textContent).toBe('My orders');
  expect([input(it).value, it.told.filter(([name]) => name === 'request' || name === 'event')]).toEqual(['', []]);
});
it('asks back where two may be meant', () => {
  const it = open();
  ask(it, 'How much does delivery take?');
  expect(bubbles(it).at(-1)).toBe('Do you mean one of these?');
  it.press('How much does delivery cost?');
  expect(bubbles(it).slice(-2)).toEqual(['You: How much does delivery cost?', 'Nothing.']);
});
it('says so where it is not sure, and leads to a person', () => {
  const it = open();
  expect(bubbles(it)).toEqual(['How can we help?']);
  ask(it, 'Tell me a joke');
  expect(bubbles(it).at(-1)).toBe('I have no sure answer to that. A person can help you.');
  it.press('Talk to a person');
  expect([it.root()!.querySelector('.ask'), it.root()!.querySelector('textarea') === null]).toEqual([null, false]);
});
it.each([['isComposing', { isComposing: true }], ['key code 229', { keyCode: 229 }]])('Enter while composing (%s) never asks', (_name, init) => {
  const it = open();
  input(it).value = '退货';
  const event = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true, ...init });
  input(it).dispatchEvent(event);
  expect([event.defaultPrevented, bubbles(it).length, input(it).value]).toEqual([true, 1, '退货']);
});
it('wants a question, and keeps a half one through Escape', () => {
  const it = open();
  it.press('Ask');
  expect(it.root()!.querySelector('.ask .error')?.textContent).toBe('Please write a question.');
  input(it).value = 'How mu';
  input(it).dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
  it.press('Open chat');
  expect(input(it).value).toBe('How mu');
});
it('writes markup as text', () => {
  const it = open();
  ask(it, '<img src=x onerror=alert(1)>');
  expect(it.root()!.querySelectorAll('img')).toHaveLength(0);
});
it('is the form alone where a card leads to a person', () => {
  const it = open({ kind: 'card', title: 'Hi', action: { kind: 'handoff', label: 'A person', to: 'request' } });
  it.press('A person');
  expect([it.root()!.querySelector('.ask'), it.root()!.querySelector('textarea') === null]).toEqual([null, false]);
});
