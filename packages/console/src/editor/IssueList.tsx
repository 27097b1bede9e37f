import type { JSX } from 'preact';
import { word } from '../words/word.ts';
import type { PlacedIssue } from './checkText.ts';

const LISTED = 50;

/** Everything that is wrong, each with its place; a press goes there. */
export function IssueList({ issues, changed, fromServer, goTo }: {
  readonly issues: readonly PlacedIssue[]; readonly changed: boolean; readonly fromServer: boolean; readonly goTo: (offset: number) => void;
}): JSX.Element {
  if (issues.length === 0) return <p class="note verdict" role="status">{word(changed ? 'edit.valid' : 'edit.unchanged')}</p>;
  return (
    <section class="issues" aria-label={word('edit.issues', { n: issues.length })}>
      <p class="verdict bad" role="status">{fromServer ? `${word('edit.server')} ` : ''}{word('edit.issues', { n: issues.length })}{issues.length > LISTED ? ` ${word('edit.bigfile', { n: LISTED })}` : ''}</p>
      <ol>
        {issues.slice(0, LISTED).map((issue, index) => (
          <li key={`${issue.path}:${issue.code}:${index}`}>
            <button type="button" onClick={() => goTo(issue.from)}>
              <span class="issue-line">{word('edit.issue', { line: issue.line })}</span>
              <code class="issue-path">{issue.path || word('edit.root')}</code>
              <span class="issue-text">{issue.message}</span>
              <code class="issue-code">{issue.code}</code>
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}
