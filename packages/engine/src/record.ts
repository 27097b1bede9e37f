/** A record without a prototype, so that no name a shop chooses means anything else. */
export function record<Value>(from?: object): Record<string, Value> {
  return Object.assign(Object.create(null), from);
}
