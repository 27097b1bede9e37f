import type { Issue } from '@tactful/protocol';
import { word } from '../words/word.ts';
import { locateDuplicates } from './locateDuplicates.ts';
import { locateIssue, type Span } from './locateIssue.ts';
import { locateSyntax } from './locateSyntax.ts';

/** A mistake and its place in the text. */
export interface PlacedIssue extends Issue, Span { readonly line: number }

/** The part of a parser's answer that the editor reads. */
export type Verdict = { readonly ok: true } | { readonly ok: false; readonly issues: readonly Issue[] };

/** What the editor knows of its text: the value, if it is JSON, and everything that is wrong with it. */
export interface Checked { readonly source?: unknown; readonly issues: readonly PlacedIssue[] }

/** Reads and checks a configuration's text as the collector will; what is wrong in the order of the text. */
export function checkText(text: string, parse: (value: unknown) => Verdict): Checked {
  const broken = locateSyntax(text);
  if (broken) return { issues: [place(text, { code: 'bad_json', path: '', message: word('edit.badjson') }, broken)] };
  const source: unknown = JSON.parse(text);
  const twice = locateDuplicates(text).map(span => place(text, { code: 'duplicate_key', path: text.slice(span.from + 1, span.to - 1), message: word('edit.duplicate') }, span));
  const parsed = parse(source);
  return { source, issues: [...twice, ...(parsed.ok ? [] : placeIssues(text, parsed.issues))].sort((a, b) => a.from - b.from) };
}

/** Puts issues (the parser's, or the collector's) to their places in the text. */
export function placeIssues(text: string, issues: readonly Issue[]): readonly PlacedIssue[] {
  return issues.map(issue => place(text, issue, locateIssue(text, issue.path, issue.code === 'unknown_key' ? 'name' : 'value')));
}

function place(text: string, { code, path, message }: Issue, { from, to }: Span): PlacedIssue {
  return { code, path, message, from, to, line: text.slice(0, from).split('\n').length };
}
