/** What a shop calls its currency: an ISO 4217 code, however it is written, or nothing, for the summary has no room for other words. */
export const currencyOf = (said: unknown): string | undefined => (/^[a-z]{3}$/i.test(said as string) ? (said as string).toUpperCase() : undefined);
