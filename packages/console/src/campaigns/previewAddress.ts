import type { PreviewTicket } from '@tactful/protocol';

/** The address that draws the preview on a page of the site; none where the page is on none of the site's origins. */
export function previewAddress(page: string, { token, origins }: Pick<PreviewTicket, 'token' | 'origins'>): string | undefined {
  if (!URL.canParse(page)) return undefined;
  const address = new URL(page);
  if (!origins.includes(address.origin)) return undefined;
  address.searchParams.set('tactful_preview', token);
  return address.href;
}
