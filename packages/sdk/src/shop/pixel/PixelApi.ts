/** An event as Shopify's pixels are told: `data` for standard events, `customData` for published ones. */
export interface PixelEvent { readonly data?: any; readonly customData?: unknown }

/** What of Shopify's Web Pixels API is used: https://shopify.dev/docs/api/web-pixels-api */
export interface PixelApi {
  readonly analytics: { subscribe(event: string, run: (event: PixelEvent) => void): unknown };
  readonly browser: { readonly sessionStorage: {
    getItem(key: string): Promise<string | null>;
    setItem(key: string, value: string): Promise<unknown>;
    removeItem(key: string): Promise<unknown>;
  } };
  /** Epoch milliseconds. */
  readonly now?: () => number;
}
