import type { Shop } from './Shop.ts';
import { VISITOR_EVENT, type PublishedVisitor } from './VISITOR_EVENT.ts';

/**
 * Tells Shopify's pixels, with consent alone, whom the storefront knows: checkout is out of a theme's reach, and a pixel has no page.
 * Withdrawn, or another visitor: told again. https://shopify.dev/docs/api/web-pixels-api/emitting-data
 */
export function publishVisitor({ core }: Shop): () => void {
  let told = '';
  return () => {
    const { analytics } = Object((window as any).Shopify);
    if (!analytics || typeof analytics.publish != 'function') return;
    const { guest, config, consent } = core;
    const { visit } = core as { visit?: { known: boolean; session: { origin: Omit<PublishedVisitor['context'], 'locale'> } } };
    const granted = consent == 'granted' && guest && visit && visit.known && config;
    const published = granted ? {
      visitor: guest.visitor, session: guest.session, site: config.site.id, config: config.version, context: { ...visit.session.origin, locale: config.locale },
    } satisfies PublishedVisitor : null;
    const text = JSON.stringify(published);
    if (text == told || !published && !told) return;
    told = text;
    analytics.publish(VISITOR_EVENT, published || {});
  };
}
