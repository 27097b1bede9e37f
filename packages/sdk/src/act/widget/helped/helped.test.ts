// @vitest-environment happy-dom
import type { DeviceMessage } from '@tactful/protocol';
import { afterEach, describe, expect, it } from 'vitest';
import { mountWidget, view, type MountedWidget } from '../../../../../../tests/doubles/widgetHost.ts';
import { data } from '../data/data.ts';
import { mount } from '../mount.ts';
import { survey } from '../survey/survey.ts';
import { talk } from '../talk/talk.ts';

const COUPON: DeviceMessage = { kind: 'coupon', title: 'Free shipping', offer: 'freeship' };
const FAQ = [{ q: 'How long does delivery take?', a: 'Two days.' }, { q: 'Can I send it back?', a: 'Within a month.' }];
const measured = { exposure: 'e1' };
const open = (given: Parameters<typeof mountWidget>[1] = {}) => mountWidget(mount, { exposures: [{ id: 'e1' }], here: { talk, survey, data }, ...given });
/** Presses, and lets what follows arrive: of what is asked then, the pause too. */
const go = async (it: MountedWidget, ...names: string[]) => {
  for (const name of names) {
    it.press(name);
    await it.pass(0);
  }
  await it.pass(2_000);
};
const line = ({ root }: MountedWidget) => root()?.querySelector('.helped')?.textContent;
const status = ({ root }: MountedWidget) => root()!.querySelector('[role=status]')!.textContent;
const answers = ({ told }: MountedWidget) => told.filter(([name]) => name === 'observe' || name === 'emit');
const asked = ({ told }: MountedWidget) => told.filter(([name, part]) => name === 'part' && part === 'helped').length;
const askIn = async (it: MountedWidget, question: string) => {
  const field = it.root()!.querySelector<HTMLInputElement>('.ask input')!;
  field.value = question;
  await go(it, 'Ask');
};
afterEach(() => document.querySelectorAll('tactful-widget').forEach((one) => one.remove()));

it('comes a moment after a code was put to use, at the foot of the message that stands there, said politely and without taking the focus', async () => {
  const it = open();
  it.widget.show(view(COUPON, measured));
  await go(it, 'Get code');
  expect([line(it), asked(it)]).toEqual([undefined, 0]);
  it.find('Copy').focus();
  it.press('Copy');
  await it.pass(1_999);
  expect(line(it)).toBeUndefined();
  await it.pass(1);
  const drawn = it.root()!.querySelector('.helped')!;
  expect([drawn.textContent, drawn.getAttribute('role'), it.root()!.querySelector(`#${drawn.getAttribute('aria-labelledby')}`)?.textContent, drawn.nextElementSibling?.className]).toEqual(['Did this help?YesNo', 'group', 'Did this help?', 'promises']);
  expect(it.root()!.activeElement).toBe(it.find('Copied'));
  await it.pass(150);
  expect(status(it)).toBe('Did this help?');
});

it.each([['Yes', true], ['No', false]] as const)('%s is told once, thanks are said, and the focus stays in the message', async (word, helped) => {
  const it = open();
  it.widget.show(view(COUPON, measured));
  await go(it, 'Get code', 'Copy');
  it.find(word).focus();
  await go(it, word);
  expect(answers(it)).toEqual([['observe', { kind: 'helped', exposure: 'e1', helped }], ['emit', 'message:helped', { campaign: 'c1', helped }]]);
  expect([line(it), status(it), it.root()!.activeElement?.textContent]).toEqual(Array.from({ length: 3 }, () => 'Thank you. We are here if you need us.'));
  expect(it.told.filter(([name]) => name === 'outcome')).toEqual([['outcome', 'click', 'action']]);
});

it('is asked once for an exposure, answered or not', async () => {
  const it = open({ faq: FAQ });
  it.widget.show(view({ kind: 'chat', title: 'Questions?' }, measured));
  await askIn(it, 'How long does delivery take?');
  const first = it.root()!.querySelector('.helped');
  await askIn(it, 'Can I send it back?');
  expect([...it.root()!.querySelectorAll('.helped')]).toEqual([first]);
  await go(it, 'No');
  await askIn(it, 'How long does delivery take?');
  expect([line(it), answers(it).length]).toEqual(['Thank you. We are here if you need us.', 2]);
});

it('a code that stands again on a later page asks there, for the exposure that it came from, unless it was asked before', async () => {
  const exposures = [{ id: 'e0', campaign: 'other', arm: 'treatment' }, { id: 'e1', campaign: 'c1', arm: 'treatment' }, { id: 'e2', campaign: 'c2', arm: 'treatment' }];
  const code = { code: 'A1', campaign: 'c1', offer: 'freeship' };
  const stands = async () => {
    const it = open({ exposures });
    it.tab.code = code;
    it.widget.show(view(COUPON, { claimed: code }));
    await go(it, 'Copy');
    return it;
  };
  const first = await stands();
  await go(first, 'Yes');
  expect(answers(first)[0]).toEqual(['observe', { kind: 'helped', exposure: 'e1', helped: true }]);
  expect(line(await stands())).toBeUndefined();
});

describe('when', () => {
  it('a chat came to its end', async () => {
    const it = open();
    it.widget.show(view({ kind: 'chat', title: 'Stuck?', chat: [{ id: 'a', say: 'Save first.', replies: [{ label: 'That was it' }] }] }, measured));
    await it.pass(2_000);
    expect(line(it)).toBeUndefined();
    await go(it, 'That was it');
    expect(line(it)).toBe('Did this help?YesNo');
  });
  it('a person was asked', async () => {
    const it = open();
    it.widget.show(view({ kind: 'card', title: 'Too dear?', action: { kind: 'handoff', to: 'request', label: 'Ask us' } }, measured));
    await go(it, 'Ask us');
    (it.root()!.querySelector('[autocomplete=email]') as HTMLInputElement).value = 'mei@example.com';
    (it.root()!.querySelector('textarea') as HTMLTextAreaElement).value = 'Is there a smaller one?';
    await go(it, 'Send');
    expect(line(it)).toBe('Did this help?YesNo');
  });
  it('a video ended', async () => {
    const it = open();
    it.widget.show(view({ kind: 'video', title: 'How', video: { src: '/a.webm' } }, measured));
    await go(it, 'Play video');
    expect(line(it)).toBeUndefined();
    it.root()!.querySelector('video')!.dispatchEvent(new Event('ended'));
    await it.pass(2_000);
    expect(line(it)).toBe('Did this help?YesNo');
  });
});

describe('is not asked', () => {
  it.each<[string, Parameters<typeof open>[0], Parameters<typeof view>[1], number]>([
    ['where nothing is measured: its file is not fetched', {}, { exposure: false }, 0],
    ['where no summary holds the exposure', { exposures: [] }, measured, 1],
    ['of what was answered on an earlier page', { exposures: [{ id: 'e1', helped: true }] }, measured, 1],
    ['where its file cannot be had', { missing: ['helped'] }, measured, 1],
  ])('%s', async (_name, given, more, fetched) => {
    const it = open(given);
    it.widget.show(view(COUPON, more));
    await go(it, 'Get code', 'Copy');
    expect([line(it), asked(it), answers(it)]).toEqual([undefined, fetched, []]);
  });
  it('in a chat that the visitor opened', async () => {
    const it = open({ faq: FAQ });
    it.widget.openChat();
    await askIn(it, 'How long does delivery take?');
    expect([line(it), asked(it)]).toEqual([undefined, 0]);
  });
  it('once the message has left: no timer stays', async () => {
    const it = open();
    it.widget.show(view(COUPON, measured));
    await go(it, 'Get code');
    it.press('Copy');
    await it.pass(10);
    it.press('Close');
    await it.pass(2_000);
    expect([it.root(), it.live().timers]).toEqual([undefined, 0]);
  });
});

it('a preview asks, and tells nothing', async () => {
  const it = open({ exposures: [] });
  it.widget.show(view(COUPON, { preview: true }));
  await go(it, 'Get code', 'Copy');
  await go(it, 'Yes');
  expect([line(it), answers(it)]).toEqual(['Thank you. We are here if you need us.', []]);
});
