import { hash } from '@tactful/engine';

/** The id of one order's conversion, as the engine makes it: the same wherever the order is seen. */
export function goalId(site: string, event: string, order: string): string {
  const key = [site, event, order].join();
  return hash(key).toString(36) + hash('2' + key).toString(36);
}
