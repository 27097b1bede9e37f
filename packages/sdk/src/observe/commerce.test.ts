// @vitest-environment happy-dom
import { createEngine, type Engine, type Observation } from '@tactful/engine';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { deviceOf } from '../../../../tests/cases/engine/deviceOf.ts';
import { createGuard } from '../guard.ts';
import { createScope, type Scope } from '../scope.ts';
import { startCommerce } from './commerce.ts';
import type { Fact } from './fact.ts';
import { startPages, type Pages } from './pages.ts';

let scope: Scope;
let engine: Engine;
let pages: Pages;
let tell: (name: string, props?: object) => void;
beforeEach(() => {
  // A shop whose addresses say nothing.
  const config = deviceOf([{ trigger: { any: [{ on: 'event', name: 'view_cart', page: 'type:cart' }] } }], { pages: [], signals: [] });
  engine = createEngine({ config, at: 0, visitor: 'v', session: 's', random: () => 0 });
  scope = createScope(createGuard((error) => { throw error; }));
  const observe = (fact: Fact): void => engine.observe({ ...fact, at: 1 } as Observation);
  observe({ kind: 'permission', permission: { show: 'full', measured: true, capsKnown: true } });
  observe({ kind: 'visibility', visible: true });
  pages = startPages({ scope, observe, config }, () => undefined);
  const commerce = startCommerce({ observe, config }, { form: () => undefined, hint: pages.hint });
  tell = (name, props) => commerce([name, props]);
  (window as unknown as { happyDOM: { setURL(url: string): void } }).happyDOM.setURL('https://shop.example/warenkorb');
  pages.enter();
});
afterEach(() => scope.stop());

it('what tells the page is heard on that page: what it opens stays open, and a cart that is seen once is no revisit', () => {
  tell('add_to_cart', { value: 9, currency: 'EUR' });
  tell('view_cart', { value: 9, currency: 'EUR', items: [{ quantity: 1 }] });
  expect(engine.due()).toMatchObject({ campaign: 'c1' });
  expect(engine.summary()).toMatchObject({ counts: { page_views: 1, view_cart: 1 }, cart: { stage: 'cart', revisits: 0 } });
  pages.enter(true);
  tell('view_cart', { value: 9, currency: 'EUR', items: [{ quantity: 1 }] });
  expect(engine.summary().cart.revisits).toBe(1);
});
