/** Runs in the page before anything else: the next 32 random bytes that are drawn, a visitor's token, are these. */
export function dealToken(bytes: readonly number[]): void {
  const draw = crypto.getRandomValues.bind(crypto);
  crypto.getRandomValues = ((into: Uint8Array<ArrayBuffer>) => {
    if (into instanceof Uint8Array && into.length === bytes.length) into.set(bytes);
    else draw(into);
    return into;
  }) as Crypto['getRandomValues'];
}
