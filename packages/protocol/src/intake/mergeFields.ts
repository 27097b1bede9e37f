import type { MergeRule } from './SUMMARY_MERGE.ts';

/** Combines numbers under their keys: `max` where the rules say so, else the sum, to a millionth so that grouping changes nothing. */
export function mergeFields(rules: Readonly<Record<string, MergeRule>>) {
  return <T extends object>(a: T, b: T): T => {
    const out: [string, number][] = [];
    const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
    for (const key of keys) {
      const [x, y] = [a, b].map((item) => (item as Readonly<Record<string, number>>)[key]);
      if (x === undefined || y === undefined) out.push([key, (x ?? y) as number]);
      else out.push([key, rules[key] === 'max' ? Math.max(x, y) : Math.round((x + y) * 1e6) / 1e6]);
    }
    return Object.fromEntries(out) as T;
  };
}
