import type { ConditionSource } from '../source/condition.ts';

/** What is known of the visitor, or guessed. */
const PERSONAL = /^(intent|user|x)\./;

/** The condition without what asks who somebody is; nothing where nothing else was asked. */
export function dropPersonal(source: ConditionSource): ConditionSource | undefined {
  if ('feature' in source) return PERSONAL.test(source.feature) ? undefined : source;
  if ('not' in source) {
    const not = dropPersonal(source.not);
    return not && { not };
  }
  const keep = (list: readonly ConditionSource[]): ConditionSource[] => list.flatMap((part) => dropPersonal(part) ?? []);
  if ('all' in source) {
    const all = keep(source.all);
    return all.length > 0 ? { all } : undefined;
  }
  // One of several that is always so makes the whole of them so.
  const any = keep(source.any);
  return any.length === source.any.length ? { any } : undefined;
}
