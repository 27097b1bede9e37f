/** Strings, and what nests and parts; numbers and words do not matter here. */
const TOKENS = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],]/g;

/**
 * The path of the first name that stands twice in one object of a text, which must be JSON; undefined when none does. Parsers
 * silently keep the last of the two.
 */
export function repeatedName(text: string): string | undefined {
  const nest: { readonly names?: Set<string>; name: string | undefined; index: number }[] = [];
  for (const [token] of text.matchAll(TOKENS)) {
    const top = nest.at(-1);
    if (token === '{') nest.push({ names: new Set(), name: undefined, index: 0 });
    else if (token === '[') nest.push({ name: undefined, index: 0 });
    else if (token === '}' || token === ']') nest.pop();
    else if (token === ',') {
      top!.name = undefined;
      top!.index++;
    } else if (top?.names && top.name === undefined) {
      top.name = JSON.parse(token) as string;
      if (top.names.has(top.name)) return nest.map(({ names, name, index }) => (names ? '.' + name : `[${index}]`)).join('').replace(/^\./, '');
      top.names.add(top.name);
    }
  }
  return undefined;
}
