const ALLOWED = ['https:', 'mailto:', 'tel:'];

/** The address a link may have: `https`, `mailto`, `tel`, or anything on the page's own origin; else `undefined`. */
export function safeUrl(url: string | undefined, document: Document): string | undefined {
  try {
    const { protocol, origin, href } = new URL(url || '', document.baseURI);
    const own = new URL(document.baseURI).origin;
    return url && (ALLOWED.includes(protocol) || (/^https?:$/.test(protocol) && origin === own)) ? href : undefined;
  } catch {
    // Not an address at all.
    return undefined;
  }
}
