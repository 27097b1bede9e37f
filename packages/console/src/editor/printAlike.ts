/** A text of JSON as the published one is printed, so that a comparison shows what differs and not how it was typed; what is not JSON stays as it is. */
export function printAlike(text: string): string {
  try { return `${JSON.stringify(JSON.parse(text), null, 2)}\n`; } catch { return `${text.trimEnd()}\n`; }
}
