import type { JSX } from 'preact';
import type { Failure } from '../api/Answer.ts';
import { failureText } from './failureText.ts';

/** A failed write, said where it was asked for; each issue with its path. */
export function Problem({ failure, id }: { readonly failure: Failure | undefined; readonly id?: string }): JSX.Element | null {
  if (!failure) return null;
  return (
    <div class="problem" role="alert" id={id}>
      <p>{failureText(failure)}</p>
      {failure.issues.length > 0 && <ul>{failure.issues.map(({ path, code, message }) => <li key={`${path}:${code}`}><code>{path}</code> {message} <code>{code}</code></li>)}</ul>}
    </div>
  );
}
