// @vitest-environment happy-dom
import { TEXTS, type DeviceMessage } from '@tactful/protocol';
import { afterEach, describe, expect, it } from 'vitest';
import { mountWidget, view, type MountedWidget } from '../../../../../../tests/doubles/widgetHost.ts';
import { mount } from '../mount.ts';

const CHAT: DeviceMessage = {
  kind: 'chat',
  title: 'Stuck?',
  chat: [
    { id: 'question', say: 'Shall I show you?', replies: [{ label: 'Yes', next: 'watch' }, { label: 'A person', action: { kind: 'handoff', label: 'A person', to: 'request' } }] },
    { id: 'watch', say: 'Name it first.', video: { src: '/a.webm', poster: '/a.jpg' }, replies: [{ label: 'Solved' }, { label: 'A person', action: { kind: 'handoff', label: 'A person', to: 'request' } }] },
  ],
};
const bubbles = (root?: ShadowRoot) => [...(root as ShadowRoot).querySelectorAll('.says')].map((one) => one.textContent);
const type = (root: ShadowRoot | undefined, selector: string, text: string) => ((root?.querySelector(selector) as HTMLInputElement).value = text);
const field = '.main form';
const key = (target: Element, init: KeyboardEventInit & { keyCode?: number }) => {
  const event = new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init });
  target.dispatchEvent(event);
  return event;
};
const requests = ({ told }: MountedWidget) => told.filter(([name]) => name === 'request');
afterEach(() => document.querySelectorAll('tactful-widget').forEach((one) => one.remove()));

it('goes from question to video to a person, and sends what was tried only if it is shared', async () => {
  const it = mountWidget(mount);
  it.widget.show(view(CHAT));
  it.press('Yes');
  expect(bubbles(it.root())).toEqual(['Shall I show you?', 'You: Yes', 'Name it first.']);
  expect(it.root()?.querySelector('video')).toBeNull();
  it.press('A person');
  type(it.root(), '[autocomplete=email]', ' mei@example.com ');
  type(it.root(), 'textarea', 'Help');
  (it.root()?.querySelector('[type=checkbox]') as HTMLInputElement).checked = true;
  it.root()?.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
  await it.pass(0);
  expect(requests(it)).toEqual([['request', { name: '', contact: 'mei@example.com', text: 'Help', campaign: 'c1' }, true, ['question', 'watch']]]);
  expect(it.told.filter(([name]) => name === 'outcome' || name === 'chat')).toEqual([
    ['chat', 'opened'], ['outcome', 'click', 'action'], ['chat', 'message'], ['chat', 'message'], ['chat', 'handoff'],
  ]);
  expect(it.root()?.querySelector('form')).toBeNull();
});
it('ends kindly where a reply leads nowhere', () => {
  const { widget, press, root } = mountWidget(mount);
  widget.show(view(CHAT));
  press('Yes');
  press('Solved');
  expect(bubbles(root()).at(-1)).toBe('Thank you. We are here if you need us.');
});
it('keeps what was typed when it could not be sent', async () => {
  const it = mountWidget(mount, { request: async () => false });
  it.widget.show(view(CHAT));
  it.press('A person');
  type(it.root(), '[autocomplete=email]', 'mei@example.com');
  type(it.root(), 'textarea', 'Help');
  it.press('Send');
  await it.pass(0);
  expect(it.root()?.querySelector('textarea')?.value).toBe('Help');
  expect(it.root()?.querySelector('.note.error')?.textContent).toMatch(/could not be sent/);
  expect(it.find('Send').getAttribute('aria-disabled')).toBe('false');
});
it('names what is missing and sends nothing', () => {
  const it = mountWidget(mount);
  it.widget.show(view(CHAT));
  it.press('A person');
  it.press('Send');
  expect(requests(it)).toEqual([]);
  expect([...(it.root() as ShadowRoot).querySelectorAll('.field .error')].map((one) => one.textContent)).toEqual(['', 'Please tell us where to reach you.', 'Please write a few words.']);
  expect(it.root()?.querySelectorAll('[aria-invalid=true]')).toHaveLength(2);
});
it.each([
  ['call me', 'en', false], ['@', 'en', false], ['mei@', 'en', false], ['1234', 'en', false], ['mei＠example.com', 'zh-Hans', true], ['mei@localhost', 'en', true],
  ['+86 138-0013', 'zh-Hans', true], ['٠٥٠١٢٣', 'ar', true], ['微信', 'zh-Hant', false], ['لاحقا', 'ar', false],
] as const)('a contact of %s (%s) is sent: %s', async (contact, locale, fits) => {
  const texts = TEXTS[locale];
  const it = mountWidget(mount, { locale, texts });
  it.widget.show(view(CHAT));
  it.press('A person');
  type(it.root(), '[autocomplete=email]', contact);
  type(it.root(), 'textarea', 'Help');
  const input = it.root()?.querySelector<HTMLInputElement>('[autocomplete=email]') as HTMLInputElement;
  input.focus();
  it.press(texts.send);
  await it.pass(150);
  expect(requests(it)).toHaveLength(Number(fits));
  if (fits) return;
  expect(it.root()?.getElementById(input.getAttribute('aria-describedby') ?? '')?.textContent).toBe(texts.contact_wrong);
  expect([input.getAttribute('aria-invalid'), it.root()?.querySelector('[role=status]')?.textContent]).toEqual(['true', texts.contact_wrong]);
  input.dispatchEvent(new Event('input'));
  expect(input.getAttribute('aria-invalid')).toBe('false');
});

describe('a chat under way', () => {
  it('is minimized by Escape, opens again with what was typed, and tells no second outcome', () => {
    const it = mountWidget(mount);
    it.widget.show(view(CHAT));
    it.press('A person');
    type(it.root(), 'textarea', 'Half a sen');
    key(it.root()?.querySelector('textarea') as Element, { key: 'Escape' });
    expect(it.root()?.querySelector('section')).toBeNull();
    it.press('Open chat');
    expect(it.root()?.querySelector('textarea')?.value).toBe('Half a sen');
    expect(it.root()?.querySelector('.launcher')).toBeNull();
    expect(it.told.filter(([name]) => name === 'outcome')).toEqual([['outcome', 'click', 'action']]);
  });
  it('keeps what was typed after close too, until it is opened again', () => {
    const it = mountWidget(mount);
    it.widget.show(view(CHAT));
    it.press('A person');
    type(it.root(), 'textarea', 'Half a sen');
    it.press('Close');
    expect(it.root()).toBeUndefined();
    it.widget.openChat();
    expect(it.root()?.querySelector('textarea')?.value).toBe('Half a sen');
  });
  it('lends its place to a message and comes back to the corner', () => {
    const it = mountWidget(mount);
    it.widget.show(view(CHAT));
    it.press('Yes');
    it.press('Minimize');
    it.widget.show(view({ kind: 'card', title: 'Other' }));
    expect(it.root()?.querySelector('.launcher')).toBeNull();
    it.press('Close');
    expect(it.find('Open chat')).toBeTruthy();
  });
});

describe('input methods', () => {
  const open = () => {
    const it = mountWidget(mount);
    it.widget.show(view(CHAT));
    it.press('A person');
    type(it.root(), '[autocomplete=email]', 'mei@example.com');
    type(it.root(), 'textarea', '你好');
    return it;
  };
  it.each([['isComposing', { key: 'Enter', ctrlKey: true, isComposing: true }], ['key code 229', { key: 'Enter', ctrlKey: true, keyCode: 229 }]])('Enter while composing (%s) never sends', async (_, init) => {
    const it = open();
    const event = key(it.root()?.querySelector('textarea') as Element, init);
    await it.pass(0);
    expect(event.defaultPrevented).toBe(true);
    expect(requests(it)).toEqual([]);
  });
  it('Ctrl with Enter sends', async () => {
    const it = open();
    key(it.root()?.querySelector('textarea') as Element, { key: 'Enter', ctrlKey: true });
    await it.pass(0);
    expect(requests(it)).toHaveLength(1);
  });
  it('Escape while composing closes nothing', () => {
    const it = open();
    key(it.root()?.querySelector('textarea') as Element, { key: 'Escape', isComposing: true });
    expect(it.root()?.querySelector('section')).not.toBeNull();
  });
  it('what is typed here does not reach the page’s shortcuts', () => {
    const it = open();
    const heard: string[] = [];
    document.addEventListener('keydown', (event) => heard.push(event.key));
    key(it.root()?.querySelector('textarea') as Element, { key: 's', composed: true });
    expect(heard).toEqual([]);
  });
});

it('with nothing to say, the chat is the form', () => {
  const it = mountWidget(mount);
  it.widget.openChat();
  expect(it.root()?.querySelector(field)).not.toBeNull();
  it.press('Close');
  expect(it.told).toEqual([['visible', true], ['chat', 'opened'], ['visible', false], ['chat', 'closed']]);
});
it('a card’s button goes on in the chat, in its place', () => {
  const it = mountWidget(mount);
  it.widget.show(view({ ...CHAT, kind: 'card', action: { kind: 'chat', label: 'Ask' } }));
  it.press('Ask');
  expect(it.root()?.querySelectorAll('section')).toHaveLength(1);
  expect(it.root()?.querySelector('[role=dialog]')).not.toBeNull();
  it.press('Close');
  expect(it.told).toEqual([['visible', true], ['outcome', 'click', 'action'], ['chat', 'opened'], ['outcome', 'dismiss', 'close'], ['visible', false], ['chat', 'closed']]);
});
