// @vitest-environment happy-dom
import { TEXTS, type DeviceFaq, type DeviceMessage } from '@tactful/protocol';
import { afterEach, expect, it } from 'vitest';
import { mountWidget, view, type MountedWidget } from '../../../../../../tests/doubles/widgetHost.ts';
import { mount } from '../mount.ts';

const CHAT: DeviceMessage = { kind: 'chat', title: 'Stuck?', body: 'Hello.', chat: [{ id: 'one', say: 'Shall I show you?', replies: [{ label: 'Yes', next: 'two' }, { label: 'No' }] }, { id: 'two', say: 'Name it first.', replies: [] }] };
const FAQ: DeviceFaq[] = [{ id: 'ship', q: 'When does my order ship?', a: 'Within two days.' }];
const bubbles = ({ root }: MountedWidget): (string | null)[] => [...root()!.querySelectorAll('.says')].map((one) => one.textContent);
const ask = ({ root }: MountedWidget, question: string): void => {
  const form = root()!.querySelector('form.ask')!;
  form.querySelector('input')!.value = question;
  form.dispatchEvent(new Event('submit', { cancelable: true }));
};
afterEach(() => document.querySelectorAll('tactful-widget').forEach((one) => one.remove()));

it('a talk goes on where it stood on the page before, and can be asked on', () => {
  const first = mountWidget(mount, { faq: FAQ });
  first.widget.openChat();
  expect(first.tab.turns).toBeUndefined();
  ask(first, 'when does my order ship');
  const talk = [[TEXTS.en.message, false], ['when does my order ship', true], ['Within two days.', false]];
  expect(first.tab.turns).toEqual(talk);
  first.widget.destroy();

  const next = mountWidget(mount, { faq: FAQ, turns: first.tab.turns });
  next.widget.openChat();
  expect(bubbles(next)).toEqual([TEXTS.en.message, 'You: when does my order ship', 'Within two days.']);
  expect(next.tab.turns).toEqual(talk);
  ask(next, 'when does my order ship');
  expect(next.tab.turns).toHaveLength(5);
  expect(next.find(TEXTS.en.talk)).toBeTruthy();
});

it('what a script says is a talk once the visitor answers; another script begins another', () => {
  const it = mountWidget(mount, { turns: [['old', true]] });
  it.widget.show(view(CHAT));
  expect([bubbles(it), it.tab.turns]).toEqual([['Hello.', 'Shall I show you?'], [['old', true]]]);
  it.press('Yes');
  expect(it.tab.turns).toEqual([['Hello.', false], ['Shall I show you?', false], ['Yes', true], ['Name it first.', false]]);
});

it('what was erased is not there again with the next question', () => {
  const it = mountWidget(mount, { faq: FAQ });
  it.widget.openChat();
  ask(it, 'when does my order ship');
  it.tab.turns = undefined;
  ask(it, 'what about that');
  expect(it.tab.turns!.map(([text]) => text)).toEqual(['what about that', TEXTS.en.ask_none]);
});

it('a preview is no talk', () => {
  const it = mountWidget(mount);
  it.widget.show(view(CHAT, { preview: true }));
  it.press('Yes');
  expect(it.tab.turns).toBeUndefined();
});

it('keeps the last 20 turns, and no more than 2,000 characters of them', () => {
  const it = mountWidget(mount, { faq: FAQ });
  it.widget.openChat();
  for (let n = 0; n < 30; n++) ask(it, `what about ${n}`);
  expect(it.tab.turns).toHaveLength(20);
  expect(it.tab.turns!.some(([text]) => text === 'what about 29')).toBe(true);
  for (let n = 0; n < 12; n++) ask(it, `${n}`.padEnd(300, 'x'));
  const chars = it.tab.turns!.reduce((sum, [text]) => sum + text.length, 0);
  expect([chars <= 2_000, chars > 1_500]).toEqual([true, true]);
});

it('what is no talk of ours is nothing', () => {
  const it = mountWidget(mount, { faq: FAQ, turns: 'old' as never });
  it.widget.openChat();
  expect(bubbles(it)).toEqual([TEXTS.en.message]);
});
