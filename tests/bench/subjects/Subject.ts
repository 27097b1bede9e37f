/** What the collector says to a request. */
export interface Answer { readonly status: number; readonly body: string; readonly type?: string; readonly cache?: string }

/** What is measured: a script in a page, and the collector that it talks to. */
export interface Subject {
  readonly name: string;
  /** The package of `tests/bench/package.json` whose version is printed; without it there is none. */
  readonly from?: string;
  /** What it does here, for who reads the table. */
  readonly duty: string;
  /** JavaScript by its path at the collector, as users of the peer get it: minified. */
  files(): Promise<Readonly<Record<string, string>>>;
  /** What stands in the page's head: tags and start call. @param at the collector's origin */
  head(at: string): string;
  /** What it is told where `200 {}` would not do. @param at the collector's origin */
  answer?(request: { readonly method: string; readonly path: string }, at: string): Answer | undefined;
  /** The page's own call when something is put into the cart: an expression. What hears `dataLayer` needs none. */
  readonly cart?: string;
  /** The page's own call at each route of a single page, where the subject does not notice them: an expression. */
  readonly route?: string;
  /** The name of the subject that it is measured above; without it the empty page. */
  readonly above?: string;
}

export const json = (value: unknown, cache?: string): Answer => ({ status: 200, body: JSON.stringify(value), ...(cache ? { cache } : {}) });
