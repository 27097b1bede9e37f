/**
 * Where staff write from: the origin that the operator pinned; without one that of the request itself, whose host a page cannot
 * choose. @throws when what is pinned is no address of a console: `host:8787` has the origin `null`, as every sandboxed frame has.
 */
export function consoleOrigin(pinned: string | undefined, requestUrl: string): string {
  const address = pinned || requestUrl;
  const origin = URL.canParse(address) ? new URL(address).origin : 'null';
  if (!/^https?:/.test(origin)) throw new Error(`CONSOLE_ORIGIN is no address such as https://cx.example.com: ${address}`);
  return origin;
}
