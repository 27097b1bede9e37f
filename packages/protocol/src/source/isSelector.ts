const PAIRS: Readonly<Record<string, string>> = { '[': ']', '(': ')' };

/**
 * Bounds what may be asked of `matches()`: no rule syntax, quotes and brackets that close, no pseudo-element, nothing that
 * begins or ends with a combinator. Whether it is a selector only a browser knows; there each one runs in a `try`.
 */
export function isSelector(text: string): boolean {
  const open: string[] = [];
  let quote = '';
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (char < ' ') return false;
    if (char === '\\') at += 1;
    else if (quote) quote = char === quote ? '' : quote;
    else if (char === '"' || char === "'") quote = char;
    else if (PAIRS[char]) open.push(PAIRS[char]);
    else if ((char === ']' || char === ')') && open.pop() !== char) return false;
    else if (/[{};@<!]/.test(char) || text.startsWith('::', at) || text.startsWith('/*', at)) return false;
  }
  return !quote && !open.length && text.trim() === text && !/^[>+~,]|[>+~,]$/.test(text) && text !== '';
}
