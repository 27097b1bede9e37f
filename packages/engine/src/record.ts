/** What records inherit: nothing. Made from null directly they would be dictionaries to V8, which are slow to read and to list. */
const nothing = Object.create(null);

/** A record that inherits nothing, so that no name a shop chooses means anything else. */
export const record = <Value>(from?: object): Record<string, Value> => Object.assign(Object.create(nothing), from);
