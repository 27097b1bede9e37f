import { jsonLanguage } from '@codemirror/lang-json';
import type { SyntaxNode } from '@lezer/common';

/** Where something stands in a text: offsets [from, to). */
export interface Span { readonly from: number; readonly to: number }

/**
 * Finds the place in a JSON text that a path of an `Issue` names (`campaigns[0].trigger.any[1].for`).
 * Names may hold dots and hyphens: at each object the longest name that fits is followed.
 * What an unknown name holds does not matter: with `of: 'name'` the name is marked.
 * What is missing is marked at the nearest thing that is there: the name of the object that lacks it.
 */
export function locateIssue(text: string, path: string, of: 'name' | 'value' = 'value'): Span {
  const top = jsonLanguage.parser.parse(text).topNode.firstChild;
  if (!top) return { from: 0, to: text.length };
  let node: SyntaxNode = top;
  let label: SyntaxNode | null = null;
  let rest = path;
  while (rest !== '') {
    const step = stepInto(node, rest, text);
    if (!step) return label ? span(label) : head(node);
    ({ node, label, rest } = step);
  }
  if (of === 'name' || node.name === 'Object' || node.name === 'Array') return label ? span(label) : head(node);
  return span(node);
}

interface Step { readonly node: SyntaxNode; readonly label: SyntaxNode | null; readonly rest: string }

function stepInto(node: SyntaxNode, rest: string, text: string): Step | undefined {
  if (node.name === 'Array') {
    const match = /^(?:\[(\d+)\]|\.?(\d+)(?=[.[]|$))/.exec(rest);
    const item = match ? items(node)[Number(match[1] ?? match[2])] : undefined;
    return match && item ? { node: item, label: null, rest: rest.slice(match[0].length) } : undefined;
  }
  if (node.name !== 'Object') return undefined;
  let best: (Step & { readonly length: number }) | undefined;
  for (const property of node.getChildren('Property')) {
    const [name, value] = [property.getChild('PropertyName'), property.lastChild];
    if (!name || !value || value === name) continue;
    const length = fits(rest, JSON.parse(text.slice(name.from, name.to)) as string);
    if (length > 0 && (!best || length >= best.length)) best = { node: value, label: name, rest: rest.slice(length), length };
  }
  return best;
}

/** How many characters of the path the name takes; 0 if it is another name. */
function fits(rest: string, name: string): number {
  for (const form of [`.${name}`, name, `[${JSON.stringify(name)}]`]) {
    const next = rest[form.length];
    if (form !== '' && form !== '.' && rest.startsWith(form) && (next === undefined || next === '.' || next === '[')) return form.length;
  }
  return 0;
}

function items(array: SyntaxNode): readonly SyntaxNode[] {
  const found: SyntaxNode[] = [];
  for (let child = array.firstChild; child; child = child.nextSibling) if (child.name !== '[' && child.name !== ']' && child.name !== ',') found.push(child);
  return found;
}

const span = ({ from, to }: SyntaxNode): Span => ({ from, to });
const head = ({ from }: SyntaxNode): Span => ({ from, to: from + 1 });
