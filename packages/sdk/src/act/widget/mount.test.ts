// @vitest-environment happy-dom
import type { DeviceMessage } from '@tactful/protocol';
import { afterEach, describe, expect, it } from 'vitest';
import { mountWidget, view } from '../../../../../tests/doubles/widgetHost.ts';
import { mount } from './mount.ts';

const CARD: DeviceMessage = { kind: 'card', title: 'Need a hand?', body: 'We deliver for free.', action: { kind: 'event', label: 'Show me', name: 'delivery_opened' } };
const outcomes = (told: readonly (readonly unknown[])[]) => told.filter(([name]) => name === 'outcome');
afterEach(() => document.querySelectorAll('tactful-widget').forEach((one) => one.remove()));

describe('a card', () => {
  it('shows title, body, one primary action, close and the three promises', () => {
    const { widget, root, told } = mountWidget(mount);
    widget.show(view(CARD));
    expect(root()?.querySelector('[role=region]')?.getAttribute('aria-labelledby')).toBe(root()?.querySelector('h2')?.id);
    expect([...(root() as ShadowRoot).querySelectorAll('button')].map((one) => one.getAttribute('aria-label') ?? one.textContent)).toEqual([
      'Close', 'Show me', 'Why this?', 'Your data', 'No more suggestions',
    ]);
    expect(root()?.querySelectorAll('.primary')).toHaveLength(1);
    expect(told).toEqual([['visible', true]]);
  });
  it('is announced once, politely, a moment after it came', async () => {
    const { widget, root, pass } = mountWidget(mount);
    widget.show(view(CARD));
    const status = () => (root() as ShadowRoot).querySelector('[role=status]')?.textContent;
    expect(status()).toBe('');
    await pass(150);
    expect(status()).toBe('Need a hand? We deliver for free.');
  });
  it('tells a click once, whatever follows', () => {
    const { widget, press, told, root } = mountWidget(mount);
    widget.show(view(CARD));
    press('Show me');
    expect(told).toEqual([['visible', true], ['outcome', 'click', 'action'], ['event', 'delivery_opened'], ['visible', false]]);
    expect(root()).toBeUndefined();
    widget.hide();
    expect(outcomes(told)).toHaveLength(1);
  });
  it.each([['Close', 'close'], ['Escape', 'escape']])('is dismissed by %s', (how, reason) => {
    const { widget, press, told, find, root } = mountWidget(mount);
    widget.show(view(CARD));
    if (how === 'Close') press('Close');
    else find('Show me').dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    expect(outcomes(told)).toEqual([['outcome', 'dismiss', reason]]);
    expect(root()).toBeUndefined();
  });
  it('goes without an outcome when the core hides it', () => {
    const { widget, told } = mountWidget(mount);
    widget.show(view(CARD));
    widget.hide();
    expect(told).toEqual([['visible', true], ['visible', false]]);
  });
  it('gives way to another and says so', () => {
    const { widget, told, root } = mountWidget(mount);
    widget.show(view(CARD));
    widget.show(view({ ...CARD, title: 'Second' }));
    expect(outcomes(told)).toEqual([['outcome', 'ignore', 'replaced']]);
    expect(root()?.querySelectorAll('section')).toHaveLength(1);
  });
  it('draws no control for a link that is not allowed', () => {
    const { widget, root } = mountWidget(mount);
    widget.show(view({ ...CARD, action: { kind: 'link', label: 'Go', url: 'javascript:alert(1)' } }));
    expect(root()?.querySelector('a')).toBeNull();
  });
  it('writes markup as text', () => {
    const { widget, root } = mountWidget(mount);
    const bad = '<img src=x onerror=alert(1)><script>alert(2)</script>';
    widget.show(view({ kind: 'card', title: bad, body: bad, action: { kind: 'event', label: bad, name: 'x' } }));
    expect(root()?.querySelectorAll('img,script')).toHaveLength(0);
    expect(root()?.querySelector('h2')?.textContent).toBe(bad);
  });
});

describe('the promises', () => {
  it('"Why this?" says what fired, in words', () => {
    const { widget, press, root } = mountWidget(mount);
    widget.show(view(CARD, { fired: [{ on: 'dwell', for: 10_000, consecutive: 3 }, { on: 'exit_intent' }, { on: 'exit_intent' }, { on: 'later' as 'page' }] }));
    press('Why this?');
    expect([...(root() as ShadowRoot).querySelectorAll('li')].map((one) => one.textContent)).toEqual([
      'You stayed on this page for a while, 3 times.', 'It looked as if you were about to leave.', 'This site chose to show it now.',
    ]);
  });
  it('"No more suggestions" asks first', () => {
    const { widget, press, told } = mountWidget(mount);
    widget.show(view(CARD));
    press('No more suggestions');
    expect(told).toEqual([['visible', true]]);
    press('Keep them');
    press('No more suggestions');
    press('Stop them');
    expect(told.slice(1)).toEqual([['optOut'], ['outcome', 'dismiss', 'opt_out']]);
  });
  it('"Your data" shows the summary, erases and withdraws', async () => {
    let summary: unknown = { counts: { form_error: 2 } };
    const { widget, press, told, root, pass } = mountWidget(mount, { summary: () => summary });
    widget.show(view(CARD));
    press('Your data');
    await pass(0);
    expect(root()?.querySelector('.outline')?.textContent).toContain('form error 2');
    summary = null;
    press('Erase');
    await pass(0);
    expect(root()?.querySelector('.outline')).toBeNull();
    press('Withdraw consent');
    expect(told.slice(1)).toEqual([['erase'], ['withdraw']]);
  });
  it('"Your data" says what was erased, or that it was not and can be tried again', async () => {
    let erases = false;
    const { widget, press, root, pass } = mountWidget(mount, { erase: () => erases });
    widget.show(view(CARD));
    press('Your data');
    const erase = async () => {
      press('Erase');
      await pass(0);
      return [...(root() as ShadowRoot).querySelectorAll('.note')].at(-1)?.textContent;
    };
    expect(await erase()).toBe('Nothing could be erased just now. Please try again.');
    erases = true;
    expect(await erase()).toBe('Erased. Everything starts anew.');
  });
});

describe('a banner', () => {
  const BANNER: DeviceMessage = { ...CARD, kind: 'banner' };
  const footOf = (root?: ShadowRoot) => root?.querySelector<HTMLElement>('.promises');
  it('keeps the three promises behind one button', () => {
    const { widget, press, find, root } = mountWidget(mount);
    widget.show(view(BANNER));
    expect([footOf(root())?.hidden, find('About this message').getAttribute('aria-expanded')]).toEqual([true, 'false']);
    press('About this message');
    expect([footOf(root())?.hidden, find('About this message').getAttribute('aria-expanded')]).toEqual([false, 'true']);
    press('Why this?');
    expect(root()?.querySelector('.banner.tall .why')).not.toBeNull();
    press('Back');
    expect(root()?.querySelector('.banner.tall')).toBeNull();
  });
  it.each([['Show me', [['outcome', 'click', 'action'], ['event', 'delivery_opened']]], ['Close', [['outcome', 'dismiss', 'close']]]])('%s ends it', (how, expected) => {
    const { widget, press, told, root } = mountWidget(mount);
    widget.show(view(BANNER));
    press(how);
    expect([told, root()]).toEqual([[['visible', true], ...expected, ['visible', false]], undefined]);
  });
});

describe('the further files', () => {
  const TALKS: DeviceMessage = { ...CARD, action: { kind: 'chat', label: 'Ask' }, chat: [{ id: 'a', say: 'Hello.', replies: [] }] };
  it('come when a card goes on in the chat', async () => {
    const { widget, press, told, pass, root } = mountWidget(mount, { here: {} });
    widget.show(view(TALKS));
    press('Ask');
    await pass(0);
    expect([...(root() as ShadowRoot).querySelectorAll('.says')].map((one) => one.textContent)).toEqual(['We deliver for free.', 'Hello.']);
    expect(told).toEqual([['visible', true], ['outcome', 'click', 'action'], ['part', 'talk'], ['chat', 'opened']]);
  });
  it('that cannot be had leave the card as it was, which says so, can be tried again and closes', async () => {
    const { widget, press, told, pass, root } = mountWidget(mount, { here: {}, missing: ['talk'] });
    widget.show(view(TALKS));
    for (const _time of [1, 2]) {
      press('Ask');
      await pass(0);
    }
    expect([...(root() as ShadowRoot).querySelectorAll('.note')].map((one) => one.textContent)).toEqual(['This could not be loaded just now. Please try again.']);
    expect(told.filter(([name]) => name === 'part')).toHaveLength(2);
    press('Close');
    expect(root()).toBeUndefined();
  });
  it('of the data that cannot be had leaves erasing and withdrawing', async () => {
    const { widget, press, told, pass, root } = mountWidget(mount, { here: {}, missing: ['data'], summary: () => ({ seq: 1 }) });
    widget.show(view(CARD));
    press('Your data');
    await pass(0);
    expect(root()?.textContent).toContain('This could not be loaded just now.');
    press('Withdraw consent');
    expect(told).toContainEqual(['withdraw']);
  });
});

it('a preview counts and claims nothing', async () => {
  const { widget, press, told, pass, root } = mountWidget(mount);
  widget.show(view({ kind: 'coupon', title: 'Free shipping', offer: 'freeship' }, { preview: true }));
  press('Get code');
  await pass(0);
  expect(root()?.querySelector<HTMLInputElement>('.code input')?.value).toBe('PREVIEW');
  press('No more suggestions');
  press('Stop them');
  press('Close');
  expect(told).toEqual([['visible', true], ['visible', false]]);
});

it('destroy leaves no node, listener or timer', async () => {
  const { widget, live, root, pass, press } = mountWidget(mount);
  widget.show(view({ kind: 'coupon', title: 'x', offer: 'o' }, { endsAt: 1_800_000_500_000 }));
  press('Get code');
  await pass(3_000);
  widget.openChat();
  widget.closeChat();
  widget.show(view(CARD));
  expect(live().listeners).toBeGreaterThan(0);
  widget.destroy();
  expect([live(), root()]).toEqual([{ timers: 0, listeners: 0 }, undefined]);
});
