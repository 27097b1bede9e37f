import type { SelfPause } from '@tactful/protocol';
import type { JSX } from 'preact';
import type { Format } from '../format/createFormat.ts';
import { Icon } from '../parts/Icon.tsx';
import { word } from '../words/word.ts';

/** Why a campaign paused itself, and what may be done about it. */
export function SelfPauseNote({ pause: { at, measure, low, high }, format }: { readonly pause: SelfPause; readonly format: Format }): JSX.Element {
  const print = measure === 'value' ? format.difference : format.points;
  return (
    <div class="banner warn" role="status">
      <Icon name="warn" />
      <p>{word(`campaign.itself.${measure}`, { at: format.dateTime(at), low: print(low), high: print(high) })} {word('campaign.itself.next')}</p>
    </div>
  );
}
