import type { Exposure } from '@tactful/protocol';
import type { JSX } from 'preact';
import type { Format } from '../format/createFormat.ts';
import { Badge } from '../parts/Badge.tsx';
import { word } from '../words/word.ts';
import { exposureText } from './exposureText.ts';
import { traceLines } from './traceLines.ts';

/** One exposure: what was shown or kept back, how it ended, and the gates it had passed. */
export function ExposureCard({ exposure, name, trigger, format }: {
  readonly exposure: Exposure; readonly name: string; readonly trigger: string | undefined; readonly format: Format;
}): JSX.Element {
  const { tone, badge, text: became } = exposureText(exposure);
  const lines = traceLines(exposure, format, trigger);
  return (
    <li class="exposure">
      <header>
        <h3>{name}</h3>
        <Badge tone={tone} text={badge} />
        <time dateTime={new Date(exposure.at).toISOString()}>{format.dateTime(exposure.at)}</time>
      </header>
      <p>{became}</p>
      <details open>
        <summary>{word('trace.title')}</summary>
        <ol class="trace">{lines.map(({ gate, open, text }) => <li key={gate} class={open ? 'passed' : 'held'}><span class="hidden">{word(open ? 'trace.passed' : 'trace.held')} </span>{text}</li>)}</ol>
        <p class="note">{word(exposure.variant ? 'trace.variant' : 'trace.version', { version: exposure.version, variant: exposure.variant })}</p>
      </details>
    </li>
  );
}
