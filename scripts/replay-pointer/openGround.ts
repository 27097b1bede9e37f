import { readFileSync } from 'node:fs';
import { compile, localize, parseConfig, type ConfigSource } from '@tactful/protocol';
import { startShop } from '../../examples/shop/server.mjs';
import type { Ground } from './playTrace.ts';
import { serveFiles } from './serveFiles.ts';

/** Shortest rest that is a hover (docs/reference/clauses.md). */
const REST_MS = 500;

/** The shop's pages that the recordings are played over, in turn, and what is watched on them. */
const PAGES = { product: '/products/slow-teapot', listing: '/shop', cart: '/cart', checkout: '/checkout/contact' };
const TARGETS = ['#add', '.stepper', '.glazes', '.product .stage', 'a.card', '.facts', '.coupon', '.line', '#next', '.fields', '.mini', 'header .wrap'];

/** The shop's own campaigns, in shadow so that nothing covers the page, and one that listens for hovers on each target. */
function configure(): object {
  const source = JSON.parse(readFileSync(new URL('../../examples/shop/tactful.json', import.meta.url), 'utf8')) as ConfigSource;
  const own = (source.campaigns ?? []).map((campaign) => ({ ...campaign, status: 'shadow' }));
  const watch = TARGETS.map((target, index) => ({
    id: `rest-${index}`, name: `Rests on ${target}`, status: 'shadow',
    trigger: { any: [{ on: 'hover', target, for: `${REST_MS}ms` }] },
    message: { kind: 'card', title: { en: 'Watched' } },
  }));
  const parsed = parseConfig({ ...source, campaigns: [...own, ...watch] });
  if (!parsed.ok) throw new Error(parsed.issues.map(({ path, message }) => `${path}: ${message}`).join('\n'));
  return localize(compile(parsed.value, { siteId: 'demo', salt: 'replay' }), 'en');
}

/** Serves the shop and the built files on free ports of this machine. */
export async function openGround(): Promise<{ of(index: number): Ground; close(): Promise<void> }> {
  const files = await serveFiles();
  const shop = await startShop({ port: 0, host: files.origin, key: 'pk_demo', secret: '' });
  const config = configure();
  return {
    of(index) {
      const names = Object.keys(PAGES) as (keyof typeof PAGES)[];
      const name = names[index % names.length]!;
      return {
        name, url: shop.origin + PAGES[name], targets: TARGETS, rest: REST_MS,
        async prepare(page) {
          const context = page.context();
          await context.addCookies([{ name: 'consent', value: 'granted', url: shop.origin }]);
          await context.request.post(`${shop.origin}/cart`, { form: { id: 'ridge-bowl', glaze: 'moss', quantity: '2' } });
          await page.addInitScript((inline) => { (window as unknown as Record<string, unknown>)['tactfulConfig'] = { config: inline }; }, config);
        },
      };
    },
    async close() {
      await shop.close();
      await files.close();
    },
  };
}
