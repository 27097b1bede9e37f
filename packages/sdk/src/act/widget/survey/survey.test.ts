// @vitest-environment happy-dom
import type { DeviceMessage } from '@tactful/protocol';
import { afterEach, expect, it } from 'vitest';
import { mountWidget, view, type MountedWidget } from '../../../../../../tests/doubles/widgetHost.ts';
import { mount } from '../mount.ts';

const SURVEY: DeviceMessage = {
  kind: 'survey', title: 'Two questions', action: { kind: 'event', label: 'Read on', name: 'read' },
  survey: [
    { id: 'why', kind: 'multiple', ask: 'Why?', answers: [{ id: 'price', label: 'Price' }, { id: 'time', label: 'Time' }, { id: 'other', label: 'Other' }] },
    { id: 'again', kind: 'scale', scale: '1-5', ask: 'Again?', low: 'No', high: 'Yes' },
  ],
};
const events = ({ told }: MountedWidget) => told.filter(([name]) => name === 'event').map(([, event]) => event);
const outcomes = ({ told }: MountedWidget) => told.filter(([name]) => name === 'outcome');
const choose = (it: MountedWidget, ...values: string[]) => values.forEach((value) => ((it.root()!.querySelector(`[value="${value}"]`) as HTMLInputElement).checked = true));
const text = (it: MountedWidget, selector: string) => it.root()!.querySelector(selector)?.textContent;
afterEach(() => document.querySelectorAll('tactful-widget').forEach((one) => one.remove()));

it('asks one question at a time under its legend, and raises one event for each chosen answer', () => {
  const it = mountWidget(mount);
  it.widget.show(view(SURVEY));
  expect([text(it, 'legend'), text(it, 'form .note'), it.root()!.querySelectorAll('[type=checkbox]').length]).toEqual(['Why?', 'Question 1 of 2', 3]);
  choose(it, 'price', 'other');
  it.press('Next');
  expect([text(it, 'legend'), text(it, 'form .note'), it.root()!.querySelectorAll('[type=radio]').length]).toEqual(['Again?', 'Question 2 of 2', 5]);
  choose(it, '4');
  it.press('Done');
  expect(events(it)).toEqual(['survey:why:price', 'survey:why:other', 'survey:again:4']);
  expect(outcomes(it)).toEqual([['outcome', 'click', 'action']]);
  expect(text(it, '.done')).toBe('Thank you for your answers.');
  it.press('Read on');
  expect([events(it).at(-1), it.root()]).toEqual(['read', undefined]);
});
it('wants an answer or a skip, and says so', () => {
  const it = mountWidget(mount);
  it.widget.show(view(SURVEY));
  it.press('Next');
  expect([text(it, '.error'), text(it, 'legend'), events(it)]).toEqual(['Please choose an answer, or skip this question.', 'Why?', []]);
});
it('takes a skip for no answer, and nothing but skips for no click', () => {
  const it = mountWidget(mount);
  it.widget.show(view(SURVEY));
  it.press('Skip');
  it.press('Skip');
  expect([events(it), outcomes(it), text(it, '.done')]).toEqual([[], [], 'Thank you. We are here if you need us.']);
});
it('can be left at any time', () => {
  const it = mountWidget(mount);
  it.widget.show(view(SURVEY));
  choose(it, 'time');
  it.press('Close');
  expect([events(it), outcomes(it), it.root()]).toEqual([[], [['outcome', 'dismiss', 'close']], undefined]);
});
it('raises nothing in a preview', () => {
  const it = mountWidget(mount);
  it.widget.show(view(SURVEY, { preview: true }));
  choose(it, 'time');
  it.press('Next');
  expect([events(it), outcomes(it)]).toEqual([[], []]);
});
