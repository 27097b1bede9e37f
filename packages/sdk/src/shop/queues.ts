import type { StartVocabulary } from './Shop.ts';

type Command = (args: readonly any[]) => void;

/**
 * Array-push queues that are no GA4's: Baidu Tongji's `_hmt` and Matomo's `_paq`. Both are replaced by an object of the vendor's
 * once its script is there. What the configuration names in `sources` tells its `trackEvent`s without this.
 * https://tongji.baidu.com/web/help/article?id=236 · https://developer.matomo.org/guides/tracking-javascript-guide
 */
export const startQueues: StartVocabulary = ({ core, scope, tell, cart }) => {
  const known = new WeakSet<object>();
  let pieces: Record<string, readonly [n: number, price: number]> = {};
  const track = (source: string): Command => ([, , action, label, value]) => {
    if (!core.config!.sources.includes(source)) tell(source, String(action), { label, value });
  };
  const commands: Record<string, Record<string, Command>> = {
    _hmt: {
      _trackEvent: track('_hmt'),
      _trackCustomEvent: ([, id, props]) => tell('_hmt', String(id), props),
      _trackOrder: ([, order]) => tell('_hmt', 'purchase', order),
    },
    _paq: {
      trackEvent: track('_paq'),
      setEcommerceView: ([, sku, , , price]) => sku ? tell('_paq', 'view_item', { item_id: sku, price }) : tell('_paq', 'view_item_list'),
      addEcommerceItem: ([, sku, , , price, n]) => void (pieces[sku] = [+n || 1, +price || 0]),
      removeEcommerceItem: ([, sku]) => void delete pieces[sku],
      clearEcommerceCart: () => void (pieces = {}),
      trackEcommerceCartUpdate: ([, value]) => cart('_paq', { value: Number(value), items: Object.values(pieces).reduce((sum, [n]) => sum + n, 0) }, true),
      trackEcommerceOrder: ([, order, value]) => {
        tell('_paq', 'purchase', { transaction_id: order, value });
        pieces = {};
      },
    },
  };
  return () => {
    for (const name of Object.keys(commands)) {
      const queue = (window as any)[name];
      if (!queue || typeof queue.push != 'function' || known.has(queue)) continue;
      known.add(queue);
      const read = (entry: any): void => {
        const run = entry && commands[name]![entry[0]];
        if (run) scope.guard(run)(entry);
      };
      scope.guard(scope.patch)(queue, 'push', (entries) => entries.forEach(read));
      if (Array.isArray(queue)) Object.values(queue).forEach(read);
    }
  };
};
