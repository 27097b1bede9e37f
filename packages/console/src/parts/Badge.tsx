import type { JSX } from 'preact';

export type Tone = 'good' | 'calm' | 'warn' | 'shadow' | 'plain';

/** A state in one word, never by color alone. */
export function Badge({ tone, text }: { readonly tone: Tone; readonly text: string }): JSX.Element {
  return <span class={`badge ${tone}`}>{text}</span>;
}
