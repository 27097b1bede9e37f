import type { JSX } from 'preact';
import type { More } from '../app/useMore.ts';
import { word } from '../words/word.ts';

/** The way to older rows. It stays where it is, and keeps the focus, while they are on their way. */
export function MoreButton({ more: { waiting, press }, name }: { readonly more: More; readonly name: string }): JSX.Element {
  return <p class="more"><button type="button" aria-disabled={waiting} onClick={press}>{waiting ? word('more.loading') : name}</button></p>;
}
