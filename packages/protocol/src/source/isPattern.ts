/**
 * True for a page pattern: a path (`/checkout/*`, `/p/:id`), a query (`?step=pay`), a hash route (`#/cart`), or a path
 * followed by either. `*` stands for anything, `:name` for one segment.
 */
export function isPattern(text: string): boolean {
  const match = /^(\/[^?#\s\\]*)?(\?[^#\s\\]+)?(#\/[^\s\\]*)?$/.exec(text);
  if (!match || text === '' || text.startsWith('//')) return false;
  const query = match[2];
  return query === undefined || query.slice(1).split('&').every((part) => /^[^=]+=[^=]*$/.test(part));
}
