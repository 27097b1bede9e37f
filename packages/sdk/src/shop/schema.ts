import { money } from './money.ts';
import type { StartVocabulary } from './Shop.ts';

const TYPES: Readonly<Record<string, string>> = { Order: 'purchase', CheckoutPage: 'begin checkout', ItemList: 'view item list', CollectionPage: 'view item list', FAQPage: 'help', ContactPage: 'contact' };
const MOST_NODES = 200, LONGEST_CHARS = 200_000;

/** Every object of a JSON-LD document, those within others too, the outer ones first. */
function nodesOf(root: unknown): Record<string, any>[] {
  const found: Record<string, any>[] = [];
  const waiting = [root];
  while (waiting.length && found.length < MOST_NODES) {
    const node = waiting.shift();
    if (!node || typeof node != 'object') continue;
    if (!Array.isArray(node)) found.push(node);
    waiting.push(...Object.values(node));
  }
  return found;
}

/** JSON-LD and microdata of https://schema.org: a page that is of one product, an order's confirmation, a list. */
export const startSchema: StartVocabulary = ({ scope, tell, hint }) => {
  let last = '';
  const product = (price: unknown, currency: unknown): void => {
    const key = location.pathname + price;
    hint('view item');
    if (key != last) tell('schema', 'view_item', { value: money(price), currency });
    last = key;
  };
  const read = scope.guard((text: string): void => {
    const nodes = nodesOf(JSON.parse(text));
    const is = (node: Record<string, any>, type: string): boolean => ([] as unknown[]).concat(node['@type']).includes(type);
    const products = nodes.filter((node) => is(node, 'Product') || is(node, 'ProductGroup'));
    // A list of products is no product's page, whatever else stands on it.
    const list = nodes.some((node) => is(node, 'ItemList') || is(node, 'CollectionPage'));
    if (products[0] && !list) {
      const offer = nodes.find((node) => node['price'] != null || node['lowPrice'] != null) || {};
      product(offer['price'] != null ? offer['price'] : offer['lowPrice'], offer['priceCurrency']);
    } else for (const type of Object.keys(TYPES)) if (nodes.some((node) => is(node, type))) return hint(TYPES[type]!);
  });
  return (anew) => {
    if (!anew) return;
    document.querySelectorAll('script[type="application/ld+json"]').forEach(({ textContent }) => textContent && textContent.length < LONGEST_CHARS && read(textContent));
    const micro = document.querySelectorAll('[itemtype$="schema.org/Product"]');
    const item = (name: string): string | null | undefined => {
      const element = micro[0]!.querySelector(`[itemprop=${name}]`);
      return element && (element.getAttribute('content') || element.textContent);
    };
    if (micro.length == 1) product(item('price'), item('priceCurrency'));
    else if (document.querySelector('[itemtype$="schema.org/Order"]')) hint(TYPES['Order']!);
  };
};
