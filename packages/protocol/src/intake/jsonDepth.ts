/** How deep brackets nest in a JSON text, read without parsing it; for text that is no JSON, a number of no meaning. */
export function jsonDepth(text: string): number {
  let depth = 0;
  let deepest = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (quoted) {
      if (char === '\\') at += 1;
      else if (char === '"') quoted = false;
    } else if (char === '"') quoted = true;
    else if (char === '[' || char === '{') deepest = Math.max(deepest, depth += 1);
    else if (char === ']' || char === '}') depth -= 1;
  }
  return deepest;
}
