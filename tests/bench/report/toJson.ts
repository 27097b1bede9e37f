/** Any figures as JSON; a map becomes an object. */
export const toJson = (figures: unknown): string => `${JSON.stringify(figures, (_key, value: unknown) => (value instanceof Map ? Object.fromEntries(value) : value), 2)}\n`;
