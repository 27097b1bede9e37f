/**
 * True for the only links that a message may carry: `https:`, `mailto:`, `tel:`, and paths of the page's own origin.
 * No parser is asked: browsers drop tabs and newlines from a URL and read `\` as `/`, so both are refused outright.
 */
export function isUrl(text: string): boolean {
  // Control characters and spaces are exactly what must not pass.
  if (/[\u0000-\u0020\u007f\\]/.test(text)) return false;
  return /^https:\/\/[A-Za-z0-9]/.test(text) || /^mailto:[^/]/.test(text) || /^tel:[+0-9]/.test(text) || /^\/(?!\/)/.test(text);
}
