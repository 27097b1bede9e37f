import { jsonLanguage } from '@codemirror/lang-json';
import type { Span } from './locateIssue.ts';

/** The first place where a text stops being JSON; nothing if it is JSON throughout. */
export function locateSyntax(text: string): Span | undefined {
  try { JSON.parse(text); return undefined; } catch { /* the tree below says where */ }
  let found: Span | undefined;
  jsonLanguage.parser.parse(text).iterate({
    enter: node => {
      if (!found && node.type.isError) found = { from: Math.min(node.from, Math.max(0, text.length - 1)), to: Math.max(node.to, node.from + 1) };
      return !found;
    },
  });
  return found ?? { from: 0, to: text.length };
}
