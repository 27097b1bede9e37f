import type { Joining } from '../core.ts';
import { createTell } from './createTell.ts';
import { startCalls } from './calls.ts';
import { startMarks } from './marks.ts';
import { startQueues } from './queues.ts';
import { startSchema } from './schema.ts';
import { startShopify } from './shopify.ts';
import { startShopline } from './shopline.ts';
import { startWoo } from './woo.ts';
import type { Shop } from './Shop.ts';

/** What shops and other vocabularies than GA4's tell of themselves; GA4's own queue is read without this file. */
export const join: Joining['join'] = (core, sensors) => {
  let watches: ((anew?: boolean) => void)[] | undefined;
  // Not before there is a configuration, whose names and currency events are told in.
  sensors.join(() => {
    if (!watches) {
      const shop: Shop = { ...createTell(core, sensors), core, scope: core.scope, hint: sensors.pages.hint };
      watches = [startQueues, startCalls, startWoo, startShopify, startShopline, startMarks, startSchema].flatMap((start) => core.scope.guard(start)(shop) || []);
      sensors.watch((anew) => watches!.forEach((run) => core.scope.guard(run)(anew)));
    }
    watches.forEach((run) => core.scope.guard(run)(true));
  });
};
