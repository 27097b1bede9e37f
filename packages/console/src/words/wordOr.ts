import { EN } from './en.ts';

/** The phrase of a name that comes from data (`gate.typing`), or the name itself where the table has none. */
export function wordOr(group: string, name: string): string {
  const key = `${group}.${name}`;
  return Object.hasOwn(EN, key) ? (EN as Readonly<Record<string, string>>)[key] as string : name;
}
