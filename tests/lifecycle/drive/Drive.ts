/** A tab, as far as every browser lets a test steer one. */
export interface Tab {
  /** Resolves once the page is on its way; what it says, it says to its server. */
  go(url: string): Promise<void>;
  close(): Promise<void>;
}

/** A real browser. */
export interface Drive {
  /** Name and version, as the browser tells them. */
  readonly name: string;
  open(): Promise<Tab>;
  close(): Promise<void>;
}
