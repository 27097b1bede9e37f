import { jsonLanguage } from '@codemirror/lang-json';
import type { Span } from './locateIssue.ts';

/** Names that stand twice in one object. JSON keeps the last one silently, so the editor must say it. */
export function locateDuplicates(text: string): readonly Span[] {
  const found: Span[] = [];
  jsonLanguage.parser.parse(text).iterate({
    enter: ({ name, node }) => {
      if (name !== 'Object') return;
      const seen = new Set<string>();
      for (const property of node.getChildren('Property')) {
        const label = property.getChild('PropertyName');
        if (!label) continue;
        const key = text.slice(label.from, label.to);
        if (seen.has(key)) found.push({ from: label.from, to: label.to });
        seen.add(key);
      }
    },
  });
  return found;
}
