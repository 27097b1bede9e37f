import { hash } from '../decide/hash.ts';

/** The id of one conversion, as the engine gives it (which has it in fewer bytes; a test holds the two together): the same wherever the order is seen. */
export function goalId(site: string, event: string, order: unknown): string {
  const key = [site, event, order].join();
  return hash(key).toString(36) + hash('2' + key).toString(36);
}
