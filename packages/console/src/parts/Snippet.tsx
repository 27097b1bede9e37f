import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { word } from '../words/word.ts';
import { Icon } from './Icon.tsx';

/** Code to take away, with a button that copies it. */
export function Snippet({ code, label }: { readonly code: string; readonly label: string }): JSX.Element {
  const [copied, setCopied] = useState(false);
  const copy = (): void => {
    navigator.clipboard.writeText(code).then(() => setCopied(true), () => setCopied(false));
  };
  return (
    <div class="snippet">
      <pre tabIndex={0} role="region" aria-label={label}><code>{code}</code></pre>
      <button type="button" class="quiet" onClick={copy}><Icon name={copied ? 'check' : 'copy'} />{word(copied ? 'copied' : 'copy')}</button>
    </div>
  );
}
