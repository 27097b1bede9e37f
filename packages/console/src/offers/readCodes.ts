/** The codes of a pasted list: one a line, or parted by commas or semicolons; trimmed, without repeats. */
export function readCodes(text: string): readonly string[] {
  return [...new Set(text.split(/[\n\r,;]+/).map(code => code.trim()).filter(Boolean))];
}
