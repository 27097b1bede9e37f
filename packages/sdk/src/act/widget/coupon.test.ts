// @vitest-environment happy-dom
import type { DeviceMessage } from '@tactful/protocol';
import { afterEach, expect, it } from 'vitest';
import { mountWidget, view } from '../../../../../tests/doubles/widgetHost.ts';
import { mount } from './mount.ts';

const COUPON: DeviceMessage = { kind: 'coupon', title: 'Free shipping', offer: 'freeship', action: { kind: 'apply_offer', label: 'Take it' } };
const NOW = 1_800_000_000_000;
const said = (root?: ShadowRoot) => [...(root as ShadowRoot).querySelectorAll('.main p')].map((one) => one.textContent).filter(Boolean);
afterEach(() => document.querySelectorAll('tactful-widget').forEach((one) => one.remove()));

it('claims nothing until asked, and once however often it is pressed', async () => {
  const { widget, told, find, pass, root } = mountWidget(mount);
  widget.show(view(COUPON));
  expect(told).toEqual([['visible', true]]);
  const get = find('Take it');
  get.click();
  get.click();
  await pass(0);
  expect(told.slice(1)).toEqual([['outcome', 'click', 'action'], ['claim', 'freeship']]);
  expect(root()?.querySelector<HTMLInputElement>('.code input')?.value).toBe('A1');
});
it('has the code filled in where the shop has a field, and says that it is not yet sent', async () => {
  const field = Object.assign(document.createElement('input'), { oninput: () => heard.push('input'), onchange: () => heard.push('change') });
  const heard: string[] = [];
  field.setAttribute('data-tactful-coupon', '');
  document.body.append(field);
  const { widget, press, pass, root } = mountWidget(mount);
  widget.show(view(COUPON));
  press('Take it');
  await pass(0);
  press('Apply to my order');
  await pass(0);
  field.remove();
  expect([field.value, ...heard]).toEqual(['A1', 'input', 'change']);
  expect(said(root())).toEqual(['The code is filled in. Confirm it with your order.']);
});
it('says where to enter the code where the shop can not', async () => {
  const { widget, press, pass, root } = mountWidget(mount);
  widget.show(view(COUPON));
  press('Take it');
  await pass(0);
  press('Apply to my order');
  await pass(0);
  expect(said(root())).toEqual(['Enter the code at checkout.']);
});
it('says a refusal kindly and leaves nothing to press', async () => {
  const { widget, press, pass, root } = mountWidget(mount, { claim: async () => null });
  widget.show(view(COUPON));
  press('Take it');
  await pass(0);
  expect(said(root())).toEqual(['Sorry, this offer is no longer available.']);
  expect(root()?.querySelector('.primary')).toBeNull();
});
it.each([
  [190_000_000, 'Ends in 2 days 4 hours'], [86_400_000, 'Ends in 1 day'], [175_000_000, 'Ends in 2 days'], [86_399_000, 'Ends in 23:59:59'], [899_000, 'Ends in 14:59'], [1_000, 'Ends in 00:01'],
])('counts down from %i ms: %s', (left, text) => {
  const { widget, root } = mountWidget(mount);
  widget.show(view(COUPON, { endsAt: NOW + left }));
  expect(said(root())).toEqual([text]);
});
it('ends when its time is over, and stops its timer', async () => {
  const { widget, root, pass, live } = mountWidget(mount);
  widget.show(view(COUPON, { endsAt: NOW + 3_000 }));
  await pass(2_000);
  expect(said(root())).toEqual(['Ends in 00:01']);
  await pass(1_001);
  expect(said(root())).toEqual(['This offer has ended.']);
  await pass(4_000);
  expect(live().timers).toBe(0);
});
it('takes the nearer of the offer’s end and the code’s', async () => {
  const { widget, press, pass, root } = mountWidget(mount, { claim: async () => ({ code: 'A1', expiresAt: NOW + 60_000 }) });
  widget.show(view(COUPON, { endsAt: NOW + 899_000 }));
  press('Take it');
  await pass(0);
  expect(said(root())).toEqual(['Ends in 01:00']);
});
it('draws nothing when the answer comes after it left', async () => {
  const { widget, press, pass, told } = mountWidget(mount);
  widget.show(view(COUPON));
  press('Take it');
  press('Close');
  await pass(0);
  expect(told.map(([name]) => name)).toEqual(['visible', 'outcome', 'claim', 'outcome', 'visible']);
});
it('stands there with a code of an earlier page: nothing to ask for, and closing it is told', () => {
  const { widget, told, press, root } = mountWidget(mount);
  widget.show(view(COUPON, { claimed: { code: 'B2', expiresAt: NOW + 60_000 }, endsAt: NOW + 899_000 }));
  expect(root()?.querySelector<HTMLInputElement>('.code input')?.value).toBe('B2');
  expect(said(root())).toEqual(['Ends in 01:00']);
  expect([...(root() as ShadowRoot).querySelectorAll('.main button')].map((one) => one.textContent)).toEqual(['Copy', 'Apply to my order']);
  press('Close');
  expect(told).toEqual([['visible', true], ['outcome', 'dismiss', 'close'], ['visible', false]]);
});
