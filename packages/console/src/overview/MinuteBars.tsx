import type { Overview } from '@tactful/protocol';
import type { JSX } from 'preact';
import type { Format } from '../format/createFormat.ts';
import { word } from '../words/word.ts';

const HEIGHT = 96;

/** Summaries and messages of the last five minutes, a pair of bars for each. The numbers stand under the bars. */
export function MinuteBars({ minutes, format }: { readonly minutes: Overview['minutes']; readonly format: Format }): JSX.Element {
  const top = Math.max(1, ...minutes.flatMap(minute => [minute.summaries, minute.exposures]));
  const tall = (value: number): number => value === 0 ? 1 : Math.max(4, Math.round(value / top * HEIGHT));
  return (
    <figure class="minutes">
      <ol>
        {minutes.map(({ at, summaries, exposures }, place) => (
          // Keyed by place: when a minute passes, numbers change and nothing moves.
          <li key={place}>
            <svg viewBox={`0 0 40 ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
              <rect class="bar-summaries" x="3" width="15" y={HEIGHT - tall(summaries)} height={tall(summaries)} rx="2" />
              <rect class="bar-exposures" x="22" width="15" y={HEIGHT - tall(exposures)} height={tall(exposures)} rx="2" />
            </svg>
            <span class="minute-numbers"><b><span class="hidden">{word('live.summaries')} </span>{format.count(summaries)}</b><i><span class="hidden">{word('live.exposures')} </span>{format.count(exposures)}</i></span>
            <time dateTime={new Date(at).toISOString()}>{format.time(at)}</time>
          </li>
        ))}
      </ol>
      <figcaption><span class="key summaries">{word('live.summaries')}</span><span class="key messages">{word('live.exposures')}</span></figcaption>
    </figure>
  );
}
