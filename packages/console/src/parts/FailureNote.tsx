import type { JSX } from 'preact';
import type { Failure } from '../api/Answer.ts';
import { word } from '../words/word.ts';
import { failureText } from './failureText.ts';
import { Icon } from './Icon.tsx';

/** Says that something failed, with the way to try again. `stale`: what is shown below is older than that. */
export function FailureNote({ failure, retry, stale }: { readonly failure: Failure; readonly retry: () => void; readonly stale?: boolean }): JSX.Element {
  return (
    <div class="banner warn" role="alert">
      <Icon name="warn" />
      <p>{failureText(failure)}{stale ? ` ${word('failure.stale')}` : ''}</p>
      <button type="button" class="quiet" onClick={retry}>{word('failure.retry')}</button>
    </div>
  );
}
