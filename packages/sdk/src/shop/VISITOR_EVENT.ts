/** Under which name the storefront tells the pixel who is there; prefixed, as Shopify wants custom events to be. */
export const VISITOR_EVENT = 'tactful:visitor';

/** What the pixel needs so that an order meets the visitor's exposures. */
export interface PublishedVisitor {
  readonly visitor: string;
  readonly session: string;
  readonly site: string;
  readonly config: string;
  readonly context: { readonly device: string; readonly locale: string; readonly referrer: string };
}
