/** What a shop calls its currency: an ISO 4217 code, or nothing, for the summary has no room for other words. */
export const currencyOf = (said: unknown): string => (/^[A-Z]{3}$/.test(said as string) ? (said as string) : '');
