import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { startWorker, type RunningWorker } from '../worker/harness/startWorker.ts';
import { openShopPhone, type ShopPhone } from './miniprogram/openShopPhone.ts';

const CHECKOUT = { url: '/pages/checkout/checkout' };
const MINUTE = 60_000;

let running: RunningWorker;
let sites = 0;
let phone: ShopPhone['phone'];
beforeAll(async () => { running = await startWorker(); });
afterAll(() => running.close());
beforeEach(async () => { ({ phone } = await openShopPhone(running, `mini-${++sites}`)); });
const card = (): any => phone.top().data['tactful'];

it('a base library without the privacy calls, the device or dice keeps and sends nothing, and helps', async () => {
  phone.is.needAuthorization = false;
  phone.is.old = true;
  const tactful = await phone.launch();
  phone.open(CHECKOUT);
  await phone.pass(MINUTE);
  expect(card()).not.toBeNull();
  expect(await tactful.ask()).toBe('pending');
  phone.hide();
  await phone.pass(MINUTE);
  expect([phone.storage.size, phone.posted()]).toEqual([0, []]);
});

it('where the platform’s dice fail nothing is rejected into the mini-program, kept or sent; once they fall, the agreement counts', async () => {
  const rejected: unknown[] = [];
  const hear = (error: unknown): void => void rejected.push(error);
  process.on('unhandledRejection', hear);
  phone.is.needAuthorization = false;
  phone.is.dice = false;
  const tactful = await phone.launch();
  phone.open(CHECKOUT);
  await phone.pass(20_000);
  expect(card().title).toBe('需要帮忙吗？');
  expect(await tactful.ask()).toBe('pending');
  phone.hide();
  await phone.pass(MINUTE);
  process.off('unhandledRejection', hear);
  expect([rejected, phone.storage.size, phone.posted()]).toEqual([[], 0, []]);
  phone.is.dice = true;
  phone.show();
  await phone.pass(1_000);
  expect(await tactful.ask()).toBe('granted');
  expect([...phone.storage.keys()]).toEqual(['tactful:pk_demo']);
});

it('refused and then agreed to, the agreement holds over the next launch', async () => {
  phone.is.needAuthorization = false;
  await phone.launch();
  phone.open(CHECKOUT);
  phone.tell('refuse');
  phone.tell('agree');
  await phone.pass(1_000);
  expect([...phone.storage.keys()]).toEqual(['tactful:pk_demo']);
  phone.hide();
  await phone.pass(1_000);
  const tactful = await phone.launch();
  await phone.pass(1_000);
  expect(tactful.summary()).not.toBeNull();
});

it('an answer of the platform that was under way does not undo a refusal', async () => {
  phone.is.needAuthorization = false;
  const launched = phone.launch();
  phone.open(CHECKOUT);
  phone.tell('refuse');
  await launched;
  await phone.pass(MINUTE);
  expect([[...phone.storage.keys()], phone.posted()]).toEqual([['refused'], []]);
});
